// Scores re-anchoring on cases made from the shared seeds.
import { all, glossator, inData, lines, output, parsed, percent, report, seedFiles } from './tools.mjs';

function anchors(per) {
	const began = performance.now();
	const maker = inData('anchor-cases.mjs');
	const cases = output(maker, ['--per', String(per), ...seedFiles()]);
	const answers = parsed(glossator(['reanchor', '-'], { input: lines(cases).map(withoutGold).join('\n') }));
	const { right, near, wrong, ask, lost, n } = verdicts(parsed(cases), answers);
	report('reanchor', `seeds, ${per} each`, began, { right, near, wrong, ask, lost, cases: n });
}

const withoutGold = (line) => {
	const { gold, ...record } = JSON.parse(line);
	return JSON.stringify(record);
};

/** As `anchor-cases.mjs --score` counts, which wants its cases in a file. */
function verdicts(cases, answers) {
	const said = new Map(answers.map((answer) => [answer.id, answer]));
	const counts = { right: 0, near: 0, wrong: 0, ask: 0, lost: 0 };
	for (const { id, gold } of cases) counts[verdict(said.get(id), gold)]++;
	const shares = Object.entries(counts).map(([name, count]) => [name, percent(count, cases.length)]);
	return { ...Object.fromEntries(shares), n: cases.length };
}

function verdict(answer, gold) {
	if (!answer) return 'lost';
	if (gold === null) return answer.state === 'placed' ? 'wrong' : answer.state === 'confirm' ? 'ask' : 'right';
	if (answer.state !== 'placed') return 'ask';
	const shared = Math.min(answer.end, gold[1]) - Math.max(answer.start, gold[0]);
	const share = shared / (Math.max(answer.end, gold[1]) - Math.min(answer.start, gold[0]));
	return share >= 0.9 ? 'right' : share >= 0.5 ? 'near' : 'wrong';
}

export const reanchor = [() => anchors(all ? 40 : 12)];
