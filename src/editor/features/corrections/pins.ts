// The pins of a pair of seeds, from both sidecars, as paragraphs; and changing them.
import { l10n, type Uri } from 'vscode';
import { correctPins } from '../../../core/annotations/corrections';
import type { ParallelPin } from '../../../core/annotations/model';
import { beginningOf, paragraphsOf } from '../../../core/annotations/pins';
import { folderOf, relativePath } from '../../services/files';
import { Stop } from '../../services/guard';
import { type Aligned, declarationOf, type SeedText } from '../../services/parallel';
import type { Services } from '../../services/services';

/** A pin as it stands in one of the two sidecars. */
export interface PlacedPin {
	/** Whose sidecar. */
	readonly owner: Uri;
	readonly pin: ParallelPin;
	/** The paragraphs in the two texts; undefined: it names none on this side, or one that is lost. */
	readonly here: number | undefined;
	readonly there: number | undefined;
}

/** What a person says: undefined on one side: it has no counterpart. */
export interface Correction {
	readonly here: number | undefined;
	readonly there: number | undefined;
}

export type Pair = Pick<Aligned, 'here' | 'there'>;

export async function pinsOf({ sidecars }: Services, { here, there }: Pair): Promise<PlacedPin[]> {
	const [mine, theirs] = await Promise.all([sidecars.get(here.uri), sidecars.get(there.uri)]);
	const place = (owner: SeedText, other: SeedText, pins: readonly ParallelPin[]) => {
		const own = paragraphsOf(
			pins.map((pin) => pin.here),
			pinned(owner),
		);
		const others = paragraphsOf(
			pins.map((pin) => pin.there),
			pinned(other),
		);
		return pins.map((pin, i) => ({ owner: owner.uri, pin, own: own[i], other: others[i] }));
	};
	const forward = place(here, there, declarationOf(mine, here.uri, there.uri)?.pins ?? []);
	const backward = place(there, here, declarationOf(theirs, there.uri, here.uri)?.pins ?? []);
	return [
		...forward.map(({ owner, pin, own, other }) => ({ owner, pin, here: own, there: other })),
		...backward.map(({ owner, pin, own, other }) => ({ owner, pin, here: other, there: own })),
	];
}

/**
 * Takes pins out of both sidecars and puts one in, where the pair's pins are already, else in the sidecar of `here`; one
 * step to undo. Throws Stop where words cannot tell the paragraph.
 */
export async function correct(
	{ parallel, sidecars }: Services,
	label: string,
	pair: Pair,
	{ gone, added }: { readonly gone: readonly PlacedPin[]; readonly added?: Correction },
): Promise<void> {
	const { here, there } = pair;
	const declares = async (owner: SeedText, other: SeedText) =>
		declarationOf(await sidecars.get(owner.uri), owner.uri, other.uri)?.pins.length;
	const home = !(await declares(here, there)) && (await declares(there, here)) ? there : here;
	const words = added && (home === here ? wordsOf(pair, added) : flipped(wordsOf(pair, added)));
	const changes = [home, home === here ? there : here].map((owner) => {
		const other = owner === here ? there : here;
		const file = relativePath(folderOf(owner.uri), other.uri);
		const outdated = gone.filter((one) => one.owner.toString() === owner.uri.toString()).map(({ pin }) => pin);
		return { owner, file, gone: outdated, added: owner === home ? words : undefined };
	});
	await parallel.correct(
		label,
		changes
			.filter((one) => one.gone.length || one.added)
			.map(({ owner, file, ...change }) => ({
				seed: owner.uri,
				change: (sidecar) => {
					const declared = declarationOf(sidecar, owner.uri, (owner === here ? there : here).uri)?.file ?? file;
					if (declared === undefined) throw new Stop(l10n.t('The two seeds are not on one disk.'));
					return correctPins(sidecar, declared, change);
				},
			})),
	);
}

type Words = Pick<ParallelPin, 'here' | 'there'>;

function wordsOf({ here, there }: Pair, added: Correction): Words {
	const [mine, theirs] = [quote(here, added.here), quote(there, added.there)];
	return { ...(mine !== undefined && { here: mine }), ...(theirs !== undefined && { there: theirs }) };
}

const flipped = ({ here, there }: Words): Words => ({
	...(there !== undefined && { here: there }),
	...(here !== undefined && { there: here }),
});

function quote(seed: SeedText, paragraph: number | undefined): string | undefined {
	if (paragraph === undefined) return undefined;
	const found = beginningOf(pinned(seed), paragraph);
	if (found !== undefined) return found;
	throw new Stop(l10n.t('Another paragraph of this text is just the same, so a link cannot tell the two apart.'));
}

const pinned = ({ text, seed }: SeedText) => ({ text, paragraphs: seed.paragraphs });
