#!/usr/bin/env bash
# The audit of action.yml: annotations and the job summary from the format github, SARIF in a file, and outputs for the steps behind it.
# Ends with 0, 1 or 2 as leak-audit does, but for what LEAK_AUDIT_FAIL_ON lets pass.
set -euo pipefail

folder=${LEAK_AUDIT_FOLDER:-.}
sarif=${LEAK_AUDIT_SARIF:-leak-audit.sarif}

fail() { echo "::error title=leak-audit::$1"; exit 2; }
output() { echo "$1=$2" >> "${GITHUB_OUTPUT:-/dev/null}"; }

cd "${GITHUB_WORKSPACE:-.}/$folder" 2>/dev/null || fail "no such working-directory: $folder"

case ${LEAK_AUDIT_FAIL_ON:-findings} in
  findings | errors | nothing) ;;
  *) fail "fail-on is one of findings, errors, nothing, not $LEAK_AUDIT_FAIL_ON" ;;
esac

# The base of a pull request is not there in a checkout of depth 1, and neither is the commit where the two parted.
base_of_pull_request() {
  local branch=$1
  if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    git fetch --quiet --no-tags --unshallow origin || true
  fi
  git fetch --quiet --no-tags origin "+refs/heads/$branch:refs/remotes/origin/$branch" >&2 || fail "cannot fetch the base branch $branch"
  echo "origin/$branch"
}

args=(--format github --format "sarif=$sarif")
while read -r format; do
  [ -z "$format" ] || args+=(--format "$format")
done <<< "${LEAK_AUDIT_FORMATS:-}"
[ -z "${LEAK_AUDIT_MIN_CONFIDENCE:-}" ] || args+=(--min-confidence "$LEAK_AUDIT_MIN_CONFIDENCE")
[ "${LEAK_AUDIT_FAIL_ON:-findings}" != errors ] || args+=(--max-warnings 1000000)

since=${LEAK_AUDIT_SINCE:-}
if [ -z "$since" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then since=$(base_of_pull_request "$GITHUB_BASE_REF"); fi
if [ -n "$since" ] && [ "$since" != all ]; then args+=(--since "$since"); fi

paths=()
while read -r -a words; do paths+=(${words[@]+"${words[@]}"}); done <<< "${LEAK_AUDIT_PATHS:-.}"

if [ -n "${LEAK_AUDIT_VERSION:-}" ]; then
  tool=(npx --yes "--package=eslint-plugin-leak-audit@$LEAK_AUDIT_VERSION" leak-audit)
elif npx --no-install leak-audit --version > /dev/null 2>&1; then
  tool=(npx --no-install leak-audit)
else
  tool=(npx --yes --package=eslint-plugin-leak-audit leak-audit)
fi

# Annotations name files from the top of the repository, reports from the working directory.
prefix=''
if [ "$folder" != . ]; then prefix="${folder#./}"; prefix="${prefix%/}/"; fi
from_top() { sed -E "s#^(::(error|warning|notice) [^:]*file=)#\1$prefix#"; }

rm -f "$sarif"
code=0
"${tool[@]}" "${args[@]}" -- "${paths[@]}" | from_top || code=${PIPESTATUS[0]}

output exit-code "$code"
if [ -s "$sarif" ]; then
  if [ -n "$prefix" ]; then
    node -e '
      const [file, prefix] = process.argv.slice(1), fs = require("fs")
      const moved = (key, value) => key === "artifactLocation" && value.uri !== undefined ? { ...value, uri: prefix + value.uri } : value
      fs.writeFileSync(file, JSON.stringify(JSON.parse(fs.readFileSync(file, "utf8"), moved), null, 2))' "$sarif" "$prefix"
  fi
  output sarif-file "$prefix$sarif"
fi

if [ "$code" = 1 ] && [ "${LEAK_AUDIT_FAIL_ON:-findings}" = nothing ]; then code=0; fi
exit "$code"
