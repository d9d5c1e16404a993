// Bundles what runs in the browser into QualityHub/wwwroot, which git ignores.
import { build } from 'esbuild';
import { cp, mkdir, rm, readdir } from 'node:fs/promises';

const out = '../QualityHub/wwwroot';
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const entries = (await readdir('src')).filter((name) => name.endsWith('.entry.ts'));
await build({
  entryPoints: Object.fromEntries(entries.map((name) => [`js/${name.replace('.entry.ts', '')}`, `src/${name}`])),
  outdir: out,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: false,
});
// What runs before the first paint is a classic script: it waits for nothing and leaves no name behind.
await build({ entryPoints: { 'js/theme': 'src/theme.head.ts' }, outdir: out, bundle: true, format: 'iife', target: 'es2022', minify: true });
await build({
  entryPoints: { app: 'css/app.css' },
  outdir: out,
  bundle: true,
  minify: true,
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]',
});
await cp('images', `${out}/images`, { recursive: true }).catch(() => {});
