import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** Builds the browser's door into `dist/web`, which the server hands out. */
export default defineConfig({
  root: path('src/web'),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: path('dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_200,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4780', '^/.*\\.(json|csv|geojson)$': 'http://127.0.0.1:4780' } },
})
