#!/usr/bin/env bash
# Rebuilds src/main/resources/static/assets from npm packages. Needs Node 20 and npm; the build of Clew needs neither,
# because what this script writes is committed. Run it after changing src/ or a version in package.json:
#
#   app/frontend/build.sh
#
# Reads  src/clew.scss, src/clew.mjs, src/*.svg, package.json, package-lock.json
# Writes clew.css, clew.js, the brand's pictures and the licences of what is bundled
set -eu
cd "$(dirname "$0")"
out=../src/main/resources/static/assets

npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
mkdir -p "$out/images"
npx sass --no-source-map --style=compressed --quiet-deps --load-path=. src/clew.scss "$out/clew.css"
npx esbuild src/clew.mjs --bundle --minify --format=esm --target=es2020 --legal-comments=none --outfile="$out/clew.js"
cp src/*.svg "$out/"
cp node_modules/@ministryofjustice/frontend/moj/assets/images/icon-document.svg "$out/images/"
cp LICENCES.txt "$out/LICENCES.txt"
ls -l "$out"
