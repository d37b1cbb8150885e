// Real tokenising for tests: the grammar in VS Code's own engine, and which text got which scope.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

declare const __root: string;

/** The grammar, ready to tokenise. */
export async function loadGrammar(): Promise<IGrammar> {
	const engine = createRequire(path.join(__root, 'package.json')).resolve('vscode-oniguruma/release/onig.wasm');
	await loadWASM(readFileSync(engine));
	const file = path.join(__root, 'syntaxes/seed.tmLanguage.json');
	const registry = new Registry({
		onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
		loadGrammar: async () => parseRawGrammar(readFileSync(file, 'utf8'), file),
	});
	return (await registry.loadGrammar('text.seed'))!;
}

/** The stretches of the text, line by line, that have a scope beginning with `scope`; neighbours are one stretch. */
export function coloured(grammar: IGrammar, text: string, scope: string): string[] {
	const found: string[] = [];
	let state = INITIAL;
	for (const line of text.split('\n')) {
		const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
		state = ruleStack;
		let end = -1;
		for (const { startIndex, endIndex, scopes } of tokens) {
			if (!scopes.some((name) => name === scope || name.startsWith(`${scope}.`))) continue;
			const piece = line.slice(startIndex, endIndex);
			if (startIndex === end) found.push((found.pop() ?? '') + piece);
			else found.push(piece);
			end = endIndex;
		}
	}
	return found;
}
