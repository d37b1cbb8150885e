// Builds and packs the extension as it ships: node test/workbench/package.mjs [--out FILE] [--no-build]
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { execute, root } from './cache.mjs';
import { getVsce } from './get.mjs';

/** Bytes. */
const budget = 700_000;

/**
 * @param {string} out the `.vsix`
 * @param {{ build?: boolean }} [options] `build: false` packs dist/ as it is
 * @returns {Promise<{ bytes: number, listing: string }>}
 */
export async function packageExtension(out, { build = true } = {}) {
	const vsce = await getVsce();
	if (build) await execute(process.execPath, ['esbuild.mjs']);
	await mkdir(path.dirname(out), { recursive: true });
	const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
	const listing = await execute(process.execPath, [vsce, 'package', ...flags, '--out', out]);
	const { size: bytes } = await stat(out);
	if (bytes > budget) throw new Error(`${out} has ${bytes} bytes, its budget is ${budget}:\n${listing}`);
	return { bytes, listing };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;
	const { values } = parseArgs({ options: { out: { type: 'string' }, 'no-build': { type: 'boolean' } } });
	const out = path.resolve(values.out ?? path.join(root, `glossator-${version}.vsix`));
	const { bytes, listing } = await packageExtension(out, { build: !values['no-build'] });
	console.log(listing.trim());
	console.log(`${path.relative(process.cwd(), out)}: ${bytes} bytes of ${budget}`);
}
