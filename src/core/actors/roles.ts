// Roles of an actor: reading them from a catalogue, and who held what on a day.
import type { YamlNode } from '../yaml/nodes';
import { type Entry, entriesOf } from '../yaml/values';
import type { EntryReader } from './catalogue';
import { firstDay, isPartialDate, lastDay } from './dates';
import type { ActorRole, PartialDate, ReferencePlace } from './model';

/** Reads a list of roles; undefined where there is none. Roles that are not understood are left out. */
export function readRoles(
	entry: Entry | undefined,
	reader: EntryReader,
	references: ReferencePlace[],
): ActorRole[] | undefined {
	const items = reader.values.items(entry);
	if (!items) return undefined;
	const read: { role: ActorRole; node: YamlNode }[] = [];
	for (const node of items) {
		const role = readRole(node, reader, references);
		if (!role) continue;
		const earlier = read.find((other) => sameOffice(other.role, role) && overlap(other.role, role));
		if (earlier) reader.report('catalogue/roles-overlap', 'warning', node.span, { title: titleOf(role) });
		read.push({ role, node });
	}
	return read.map(({ role }) => role);
}

const roleKeys = new Set(['title', 'of', 'from', 'until']);

function readRole(node: YamlNode, reader: EntryReader, references: ReferencePlace[]): ActorRole | undefined {
	if (node.type !== 'map') {
		reader.values.wrongType('roles', node, 'map');
		return undefined;
	}
	const keys = new Map(entriesOf(node).map((item) => [item.key, item]));
	for (const item of keys.values()) {
		if (!roleKeys.has(item.key)) reader.report('catalogue/unknown-key', 'warning', item.keySpan, { key: item.key });
	}
	const title = reader.byLanguage(keys.get('title'), (item) => reader.values.string(item)?.trim() || undefined);
	const of = reader.values.string(keys.get('of'))?.trim();
	const from = readDate(keys.get('from'), reader);
	const until = readDate(keys.get('until'), reader);
	if (from && until && firstDay(from) > lastDay(until)) {
		const place = keys.get('until')!.value!;
		reader.report('catalogue/dates-backwards', 'error', place.span, { from, until });
	}
	if (of) references.push({ id: of, span: keys.get('of')!.value!.span });
	if (!keys.has('title')) reader.values.wrongType('title', node, 'map');
	return { title: title ?? {}, ...(of && { of }), ...(from && { from }), ...(until && { until }) };
}

function readDate(entry: Entry | undefined, { values, report }: EntryReader): PartialDate | undefined {
	const found = values.string(entry);
	if (found === undefined || isPartialDate(found)) return found;
	report('catalogue/bad-date', 'error', entry!.value!.span, { found });
	return undefined;
}

function titleOf({ title }: ActorRole): string {
	return Object.values(title)[0] ?? '';
}

function sameOffice(a: ActorRole, b: ActorRole): boolean {
	return a.of === b.of && titleOf(a) !== '' && Object.entries(a.title).some(([l, t]) => b.title[l as 'ru'] === t);
}

/** Whether two roles certainly overlap: `until: 2023` and `from: 2023` may touch, so they do not. */
function overlap(a: ActorRole, b: ActorRole): boolean {
	const startsBeforeEnd = (x: ActorRole, y: ActorRole) =>
		x.from === undefined || y.until === undefined || lastDay(x.from) < firstDay(y.until);
	return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** The roles held on a day (ISO date), in catalogue order. Partial dates are inclusive: `until: 2023` is all of 2023. */
export function rolesOn(roles: readonly ActorRole[] | undefined, date: string): ActorRole[] {
	return (roles ?? []).filter(
		({ from, until }) => (!from || firstDay(from) <= date) && (!until || date <= lastDay(until)),
	);
}
