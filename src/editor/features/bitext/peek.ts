// The parallel paragraphs in VS Code's own peek, one for each language, without leaving the text.
import { commands, Location, l10n, type Position, window } from 'vscode';
import { partnerOf } from '../../../core/parallel/partner';
import { LineIndex } from '../../../core/text/lines';
import { toRange } from '../../convert';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { activeReader, type Place, placeOf, same } from './place';

export async function peek(services: Services, from?: Place): Promise<void> {
	const editor = activeReader(services);
	const place = from ?? placeOf(services, editor);
	const locations = await partnersOf(services, place);
	if (!locations.length) throw new Stop(l10n.t('No other text says what this paragraph says.'));
	const { document, selection } = editor;
	const span = services.seeds.analyse(document).seed?.paragraphs[place.paragraph];
	const at: Position = from && span ? document.positionAt(span.start) : selection.active;
	if (!same(place.uri, document.uri)) await window.showTextDocument(place.uri);
	await commands.executeCommand('editor.action.peekLocations', place.uri, at, locations, 'peek');
}

/** What the jump would go to, in the text this one is read with first, then in each other language. */
async function partnersOf({ parallel }: Services, { uri, paragraph }: Place): Promise<Location[]> {
	const locations: Location[] = [];
	const first = (await parallel.counterpart(uri))?.uri;
	const versions = (await parallel.versions(uri)).filter((one) => !same(one, uri) && !same(one, first));
	for (const version of first ? [first, ...versions] : versions) {
		const aligned = await parallel.align(uri, version);
		const partner = aligned && partnerOf(aligned.alignment, paragraph);
		if (!partner || partner.how === 'none') continue;
		const lines = new LineIndex(aligned.there.text);
		for (const index of partner.paragraphs) {
			const span = aligned.there.seed.paragraphs[index];
			if (span) locations.push(new Location(version, toRange(lines, span)));
		}
	}
	return locations;
}
