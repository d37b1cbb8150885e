// Node's `assert/strict` for the web worker, as far as the suite uses it.

export class AssertionError extends Error {
	constructor(
		message: string,
		readonly actual: unknown,
		readonly expected: unknown,
	) {
		super(message);
		this.name = 'AssertionError';
	}
}

type Message = string | Error | undefined;

function raise(message: Message, fallback: string, actual?: unknown, expected?: unknown): never {
	if (message instanceof Error) throw message;
	throw new AssertionError(message ?? fallback, actual, expected);
}

/** Same values, same prototypes, own enumerable properties; arrays, maps and sets by content. No cycles. */
function same(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
	if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
	if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
	if (a instanceof Map || a instanceof Set) return same([...a], [...(b as typeof a)]);
	const [mine, others] = [Object.entries(a), Object.entries(b)];
	return mine.length === others.length && mine.every(([key, value]) => key in b && same(value, Reflect.get(b, key)));
}

export function ok(value: unknown, message?: Message): asserts value {
	if (!value) raise(message, 'The value is falsy', value, true);
}

export function equal(actual: unknown, expected: unknown, message?: Message): void {
	if (!Object.is(actual, expected)) raise(message, 'Not equal', actual, expected);
}

export function notEqual(actual: unknown, expected: unknown, message?: Message): void {
	if (Object.is(actual, expected)) raise(message, 'Equal', actual, expected);
}

export function deepEqual(actual: unknown, expected: unknown, message?: Message): void {
	if (!same(actual, expected)) raise(message, 'Not deeply equal', actual, expected);
}

export function notDeepEqual(actual: unknown, expected: unknown, message?: Message): void {
	if (same(actual, expected)) raise(message, 'Deeply equal', actual, expected);
}

export function match(text: string, pattern: RegExp, message?: Message): void {
	if (!pattern.test(text)) raise(message, `Does not match ${pattern}`, text, String(pattern));
}

export function doesNotMatch(text: string, pattern: RegExp, message?: Message): void {
	if (pattern.test(text)) raise(message, `Matches ${pattern}`, text, String(pattern));
}

export function fail(message?: string | Error): never {
	raise(message, 'Failed');
}

export async function rejects(promise: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> {
	try {
		await (typeof promise === 'function' ? promise() : promise);
	} catch (error) {
		if (pattern) match(String(error), pattern);
		return;
	}
	raise(undefined, 'Did not reject');
}

export function throws(action: () => unknown, pattern?: RegExp): void {
	try {
		action();
	} catch (error) {
		if (pattern) match(String(error), pattern);
		return;
	}
	raise(undefined, 'Did not throw');
}

export default Object.assign(ok, {
	AssertionError,
	ok,
	equal,
	strictEqual: equal,
	notEqual,
	notStrictEqual: notEqual,
	deepEqual,
	deepStrictEqual: deepEqual,
	notDeepEqual,
	match,
	doesNotMatch,
	fail,
	rejects,
	throws,
});
