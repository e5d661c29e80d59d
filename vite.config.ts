import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const web = 'src/delivery/web';

export default defineConfig({
  plugins: [
    sveltekit({
      // The server sets these variables itself (server.ts); the prefix keeps them apart from people's settings.
      adapter: adapter({ out: 'build', precompress: true, envPrefix: 'NAIK_HTTP_' }),
      compilerOptions: { runes: true },
      files: {
        src: web,
        routes: `${web}/routes`,
        assets: `${web}/static`,
        appTemplate: `${web}/app.html`,
        errorTemplate: `${web}/error.html`,
        hooks: { server: `${web}/hooks.server` },
      },
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute there is: the kit's own announcer of page titles for screen readers.
          'style-src-attr': [
            'unsafe-hashes',
            'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
          ],
          'img-src': ['self', 'data:', 'blob:'],
          'connect-src': ['self'],
          'font-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
          'object-src': ['none'],
        },
      },
      // The same pages for a whole release: nothing polls for a newer one.
      version: { pollInterval: 0 },
    }),
  ],
  // On the server, pages use the very modules that the house runs, straight from `src`: nothing exists twice in the
  // process, and what finds its files beside itself (workers, fonts) still finds them.
  environments: {
    ssr: { build: { rolldownOptions: { external: [/^#(kernel|domains|platform|db)\//] } } },
  },
  // Browsers of cheap phones that are a few years behind must still be able to read it.
  build: { target: ['chrome107', 'safari16', 'firefox104'] },
});
