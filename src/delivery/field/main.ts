import '#delivery/ui/app.css';
import { mount } from 'svelte';
import App from './app.svelte';
import { Field } from './field.svelte.ts';
import { start, watchIdle } from './life.ts';

const target = document.getElementById('app');
if (target) {
  const field = new Field();
  mount(App, { target, props: { field } });
  await start(field);
  watchIdle(field);
  await field.updates.start();
}
