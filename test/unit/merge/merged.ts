// What the tests of merging share: two sides with names, and the merge of texts that can be merged.
import assert from 'node:assert/strict';
import { type MergeOptions, mergeSidecars } from '../../../src/core/merge/merge';

export const names = { ours: 'main', theirs: 'review' };

export function merged(base: string, ours: string, theirs: string, options: MergeOptions = { names }) {
	const result = mergeSidecars(base, ours, theirs, options);
	assert.ok(result.text !== undefined, JSON.stringify(result.problem));
	return {
		text: result.text,
		undecided: result.undecided.map(({ path, field }) => [...path, field ?? '(deleted)'].join('/')),
	};
}
