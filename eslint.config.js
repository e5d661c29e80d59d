import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The sizes of STYLE.md, as .oxlintrc.json has them. */
const sizes = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 70, skipComments: true }],
  // Three, and what a rule cannot tell from a fourth: a bag of options, or the source of chance or time.
  'max-params': ['error', { max: 4 }],
};

/** A value taken out only to be left out is not unused. */
const unused = [
  'error',
  { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
];

// The pages and their components, which take a reader of Svelte. All else is oxlint's: .oxlintrc.json.
export default defineConfig(
  globalIgnores(['node_modules', 'build', '.svelte-kit', '.naik', 'test-results']),
  {
    files: ['src/delivery/web/**/*.ts', 'src/delivery/ui/**/*.ts', '**/*.svelte'],
    extends: [tseslint.configs.strict, svelte.configs.recommended],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { noInlineConfig: true },
    rules: {
      ...sizes,
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': unused,
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'svelte/no-navigation-without-resolve': 'off',
      // A space between two elements is written so that no formatter takes it away.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    rules: { ...sizes, eqeqeq: 'error' },
  },
  {
    // A describe block is as long as what it describes, a row of a table of cases as wide.
    files: ['src/delivery/{web,ui}/**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off' },
  },
);
