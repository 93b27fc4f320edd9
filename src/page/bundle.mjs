/** Bundles the page for the browser: `node src/page/bundle.mjs FOLDER`. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Writes page.js, page.css and index.html into the folder; gives esbuild's account of what is in them. */
export async function bundlePage(folder) {
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
  return metafile;
}

const [, program, folder] = process.argv;
if (program === fileURLToPath(import.meta.url) && folder) await bundlePage(folder);
