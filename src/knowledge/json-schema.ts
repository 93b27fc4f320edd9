/** The schema of data files in the form that editors read. */
import { z } from 'zod';
import { dataFileSchema } from './schema.js';

/** The text of `data/schema.json`; `npm run kb -- schema` writes it. */
export function schemaJson(): string {
  const schema = z.toJSONSchema(dataFileSchema, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ ...schema, title: 'A data file of Tally' }, null, 2)}\n`;
}
