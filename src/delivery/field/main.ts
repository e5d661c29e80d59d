import '#delivery/ui/app.css';
import { mount } from 'svelte';
import App from './app.svelte';
import { Router } from './router.svelte.ts';

const target = document.getElementById('app');
const router = new Router(() => false);
if (target) {
  mount(App, {
    target,
    props: {
      field: null,
      get path() {
        return router.path;
      },
    },
  });
}
if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/lapangan/sw.js');
