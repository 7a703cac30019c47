// Plays and compiles a story with inkjs, as often as it is asked to on its standard input, one request a line:
//   compile FILE   -> seconds, after which it is the story that is walked
//   walk COUNT     -> seconds, and the sha256 of what was heard and chosen
// Seconds are the process's own, for the machine's cores may be shared.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const { Compiler } = createRequire(process.argv[2] + '/')('inkjs/full');
let story = null;

function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function picks(count) {
  const found = [];
  for (let seed = 12345n; found.length < count; ) {
    seed = (1103515245n * seed + 12345n) % 2147483648n;
    found.push(Number((seed >> 16n) % 4n));
  }
  return found;
}

function walk(count) {
  const heard = [];
  const picked = picks(count);
  const begun = spent();
  story.ResetState();
  for (const pick of picked) {
    listen(heard);
    if (!story.currentChoices.length) {
      story.ResetState();
      listen(heard);
    }
    heard.push(story.currentChoices[pick].text);
    story.ChooseChoiceIndex(pick);
  }
  listen(heard);
  const seconds = spent() - begun;
  return { seconds, hash: createHash('sha256').update(heard.join('\n')).digest('hex') };
}

function listen(heard) {
  while (story.canContinue) {
    const line = story.Continue().trim();
    if (line) heard.push(line);
  }
}

function compile(file) {
  const text = readFileSync(file, 'utf8');
  const begun = spent();
  story = new Compiler(text).Compile();
  return { seconds: spent() - begun };
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, value] = line.split(' ');
  console.log(JSON.stringify(what === 'walk' ? walk(Number(value)) : compile(value)));
}
