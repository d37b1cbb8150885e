// glossator merge: two versions of a sidecar or catalogue made one, by id and field.
import type { MergeResult } from '../../core/merge/merge';
import { mergeAny } from '../../core/merge/merge';
import { word } from '../../wording';
import { UsageError } from '../arguments';
import type { Command } from '../command';
import type { ReadFile, Session } from '../session';
import { seedOf } from '../sidecars';
import { encode } from '../text';

export const merge: Command = {
	name: 'merge',
	summary: 'merge two versions of annotations, by id and field',
	usage: ['BASE OURS THEIRS [-o FILE] [--path NAME]'],
	details: `
Prints, or writes to FILE, what BASE becomes with the changes of OURS and THEIRS: sidecars, catalogues, kinds. Changes
of different entries and fields go together, tags, links, replies and pins are joined, comments and unknown keys stay.
Where both sides say different things of one field, both are kept, under “conflict” in the entry, as valid YAML; so is
an entry that one side deleted and the other changed. The exit code is then 1. A side that cannot be understood is
told, and nothing is written.
As a git merge driver (“git-setup” registers it): glossator merge %O %A %B -o %A --path %P`,
	options: {
		output: { short: 'o', value: 'FILE', text: 'write there; may be one of the three' },
		path: { value: 'NAME', text: 'the name of the merged file, for messages and to find its seed' },
		ours: { value: 'LABEL', text: 'what to call our side where a person must decide' },
		theirs: { value: 'LABEL', text: 'what to call the other side' },
	},
	async run(given, session) {
		const [base, ours, theirs, ...more] = given.positionals;
		if (!base || !ours || !theirs || more.length > 0) throw new UsageError('Name three files: BASE OURS THEIRS.');
		const name = given.text('path') ?? given.text('output') ?? ours;
		const texts: string[] = [];
		for (const [file, side] of [
			[base, 'base'],
			[ours, 'our side'],
			[theirs, 'their side'],
		] as const) {
			const read = await session.read(file);
			if (!read) return;
			if (!read.lossless) return session.complain(`${name}: ${side} is not a UTF-8 text. ${nothingMerged(name)}`);
			texts.push(withMark(read));
		}
		const seed = seedOf(name);
		const seedText = seed === undefined ? undefined : (await session.readIfThere(seed))?.text;
		const names = { ours: labelOf(given.text('ours')) ?? 'ours', theirs: labelOf(given.text('theirs')) ?? 'theirs' };
		const result = mergeAny(texts[0]!, texts[1]!, texts[2]!, {
			names,
			...(seedText !== undefined && { seed: seedText }),
		});
		await tell(result, name, session);
		if (result.text === undefined) return;
		const { text } = result;
		const output = given.text('output');
		if (output === undefined) await session.io.stdout.write(text);
		else await session.io.files.update(session.resolve(output), () => encode(text, false));
	},
};

function withMark({ text, hasByteOrderMark }: ReadFile): string {
	return (hasByteOrderMark ? '\ufeff' : '') + text;
}

/** Git before 2.44 has no labels and hands over the placeholder. */
function labelOf(label: string | undefined): string | undefined {
	const shown = label?.trim().slice(0, 80);
	return shown && !shown.startsWith('%') ? shown : undefined;
}

async function tell(result: MergeResult, name: string, session: Session): Promise<void> {
	if (result.text === undefined) {
		const side = result.side === 'ours' ? 'our side' : 'their side';
		return session.complain(`${name}: ${side} cannot be merged. ${word(result.problem)} ${nothingMerged(name)}`);
	}
	if (result.ignoredBase)
		await session.remark(
			`${name}: the common base was not understood, so what one side deleted stays. ${word(result.ignoredBase)}`,
		);
	for (const { path, field, alternatives } of result.undecided) {
		const sides = alternatives.map(({ side }) => side).join(', ');
		const what =
			field === undefined ? `deleted by ${sides}, changed by the other side` : `“${field}” differs (${sides})`;
		await session.complain(`${[name, ...path].join(': ')}: ${what}; decide it under “conflict”`);
	}
}

function nothingMerged(name: string): string {
	return `Nothing was merged: the file is as our side has it; “git checkout --theirs -- ${name}” gives the other.`;
}
