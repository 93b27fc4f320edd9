/** Bundles the page for the browser: `node src/page/bundle.mjs FOLDER`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Writes page.js, page.css and index.html into the folder, and meta.json: esbuild's account of what is in them. */
async function bundlePage(folder) {
  const { metafile } = await build({
    entryPoints: ['page.ts', 'page.css', 'index.html'].map(here),
    outdir: folder,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.html': 'copy' },
    tsconfig: here('tsconfig.json'),
    legalComments: 'linked',
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'meta.json'), JSON.stringify(metafile));
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Say into which folder.');
await bundlePage(folder);
