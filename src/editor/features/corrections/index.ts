// What the aligner got wrong, put right by a person: two paragraphs linked, one without a counterpart, a role given; and
// taken back. Kept as pins in a sidecar, so that it holds for everybody, in both directions.
import { Disposable, l10n, type QuickPickItem, window } from 'vscode';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { cursorIn, type Here, pickPartner, whereCursorIs } from './partner';
import { correct, type PlacedPin, pinsOf } from './pins';
import { registerRoles } from './roles';

export function registerCorrections(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		guard.command('glossator.linkParagraphs', () => link(services)),
		guard.command('glossator.noCounterpart', () => noCounterpart(services)),
		guard.command('glossator.forgetCorrections', (of?: Scope) => forget(services, of)),
		registerRoles(services),
	);
}

const messageMilliseconds = 5000;

/** A link for a paragraph that was said to have none replaces that; other links of the two stay, since one may be told in two. */
async function link(services: Services): Promise<void> {
	const place = await whereCursorIs(services, { withAny: true });
	const { paragraph, other, there } = place;
	const partner = other ? cursorIn(other, there.seed.paragraphs) : await pickPartner(place);
	if (partner === undefined) return;
	if (partner < 0) throw new Stop(l10n.t('There is no paragraph in the other text.'));
	const gone = (await pinsOf(services, place)).filter(
		({ here, there: to }) => (here === paragraph && to === undefined) || (to === partner && here === undefined),
	);
	await correct(services, l10n.t('Link Paragraphs'), place, {
		gone: gone.filter(saysNone),
		added: { here: paragraph, there: partner },
	});
	window.setStatusBarMessage(l10n.t('$(link) Linked: {0} ⇄ {1}', paragraph + 1, partner + 1), messageMilliseconds);
}

/** Names one side only: "no counterpart". Where it names two, an undefined one is lost. */
const saysNone = ({ pin }: PlacedPin) => pin.here === undefined || pin.there === undefined;

async function noCounterpart(services: Services): Promise<void> {
	const place = await whereCursorIs(services);
	const { paragraph } = place;
	const gone = (await pinsOf(services, place)).filter(({ here }) => here === paragraph);
	await correct(services, l10n.t('No Counterpart Here'), place, {
		gone,
		added: { here: paragraph, there: undefined },
	});
	window.setStatusBarMessage(
		l10n.t('$(circle-slash) Paragraph {0} has no counterpart', paragraph + 1),
		messageMilliseconds,
	);
}

type Scope = 'paragraph' | 'pair';

async function forget(services: Services, given?: Scope): Promise<void> {
	const place = await whereCursorIs(services);
	const all = await pinsOf(services, place);
	if (!all.length) throw new Stop(l10n.t('Nobody has corrected the links of these two texts.'));
	const here = all.filter((pin) => pin.here === place.paragraph);
	const scope = given === 'paragraph' || given === 'pair' ? given : await pickScope(place, here, all);
	if (!scope) return;
	const gone = scope === 'pair' ? all : here;
	if (!gone.length) throw new Stop(l10n.t('Nobody has corrected the links of this paragraph.'));
	await correct(services, l10n.t('Forget Corrections'), place, { gone });
	window.setStatusBarMessage(
		gone.length === 1 ? l10n.t('1 correction forgotten') : l10n.t('{0} corrections forgotten', gone.length),
		messageMilliseconds,
	);
}

async function pickScope(
	{ paragraph }: Here,
	here: readonly PlacedPin[],
	all: readonly PlacedPin[],
): Promise<Scope | undefined> {
	const items: (QuickPickItem & { readonly scope: Scope })[] = [
		...(here.length
			? [{ label: l10n.t('Of this paragraph'), description: describe(here), scope: 'paragraph' as const }]
			: []),
		{ label: l10n.t('Of these two texts'), description: describe(all), scope: 'pair' },
	];
	const title = l10n.t('Forget Corrections of Paragraph {0}', paragraph + 1);
	return (await window.showQuickPick(items, { title, placeHolder: l10n.t('Whatever was said of these is found anew') }))
		?.scope;
}

/** `4 ⇄ 5, 7 ⇄ –`; a paragraph that is lost is `?`. */
function describe(pins: readonly PlacedPin[]): string {
	return pins
		.map((one) => {
			const blank = saysNone(one) ? '–' : '?';
			return [one.here, one.there].map((index) => (index === undefined ? blank : index + 1)).join(' ⇄ ');
		})
		.join(', ');
}
