import assert from 'node:assert/strict';
import { catalogueFormat, readCatalogue } from '../../../src/core/actors/catalogue';
import { readKinds } from '../../../src/core/annotations/kinds';
import { mergeAny, mergeCatalogueFiles } from '../../../src/core/merge/merge';
import { choicesOf, decide, undecidedOf } from '../../../src/core/merge/resolve';
import { applyEdits } from '../../../src/core/text/edits';

describe('merge of catalogues', () => {
	it('sees what is undecided however the key is written', () => {
		for (const key of ['conflict:', 'conflict :', '"conflict":', "'conflict' :"]) {
			const text = `format: glossator/actors@1\nlake:\n  ${key}\n    review: deleted\n`;
			assert.equal(undecidedOf(text, catalogueFormat).length, 1, key);
		}
		assert.equal(undecidedOf('lake: { conflict: { review: deleted } }\n', catalogueFormat).length, 1);
		assert.deepEqual(undecidedOf('lake:\n  note: No conflict.\n', catalogueFormat), []);
	});

	const catalogue = `format: glossator/actors@1
# states
lake-fund:
  type: organisation
  names:
    en: [Lake Fund]
    ru: [Фонд озера]
  roles:
    - { title: { en: Fund }, of: town }
`;

	it('joins names, roles and new actors; a disputed value is left to a person', () => {
		const ours = catalogue
			.replace('[Lake Fund]', '[Lake Fund, LF]')
			.replace('of: town }', 'of: town }\n    - { title: { en: Bank } }');
		const theirs = `${catalogue.replace('[Lake Fund]', '[Lake Fund, The Fund]')}town:\n  type: place\n  names: { en: [Town] }\n`;
		const result = mergeCatalogueFiles(catalogue, ours, theirs);
		assert.equal(result.text, ours.replace('LF]', 'LF, The Fund]') + theirs.slice(theirs.indexOf('town:\n')));
		const disputed = mergeCatalogueFiles(
			catalogue,
			ours.replace('organisation', 'state'),
			theirs.replace('organisation', 'event'),
		);
		assert.deepEqual(
			readCatalogue(disputed.text!).problems.map(({ code }) => code),
			['merge/two-values'],
		);
		assert.match(disputed.text ?? '', / {2}conflict:\n {4}type:\n {6}ours: state\n {6}theirs: event\n/);
	});

	it('leaves links, names and kinds with two values as they can be read and decided', () => {
		const linked = `${catalogue}  links: { web: https://a.example }\n`;
		const with_ = (address: string) => linked.replace('https://a.example', address);
		const { text } = mergeCatalogueFiles(linked, with_('https://b.example'), with_('https://c.example'));
		const { problems, entries } = readCatalogue(text!);
		assert.deepEqual(
			[problems.map(({ code }) => code), entries[0]!.fields.links],
			[['merge/two-values'], { web: 'https://b.example' }],
		);
		const [open] = undecidedOf(text!, catalogueFormat);
		assert.deepEqual(
			choicesOf(open!).map(({ what, side, says }) => [what, side, says]),
			[
				['value', 'ours', 'https://b.example'],
				['value', 'theirs', 'https://c.example'],
			],
		);
		const decided = applyEdits(text!, decide(text!, catalogueFormat, open!, 1, { order: [] })!);
		assert.deepEqual(readCatalogue(decided).entries[0]!.fields.links, { web: 'https://c.example' });
		const kinds = 'format: glossator/kinds@1\nkinds:\n  claim:\n    key: c\n';
		const result = mergeAny(kinds, kinds.replace('key: c', 'key: l'), kinds.replace('key: c', 'key: m'));
		assert.deepEqual(
			readKinds(result.text!).problems.map(({ code }) => code),
			['merge/two-values'],
		);
	});
});
