#!/usr/bin/env bash
# Compares two commits in one run on one machine: benches/compare.sh COMMIT_A COMMIT_B
# Both are built in work trees of their own; the bench of the week at five thousand rows runs in
# turn, three times each, and the ratio of the medians is printed.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: benches/compare.sh COMMIT_A COMMIT_B" >&2; exit 2; }
here=$(git rev-parse --show-toplevel)
place=$(mktemp -d)
trap 'for side in a b; do git -C "$here" worktree remove --force "$place/$side" 2>/dev/null || true; done; rm -rf "$place"' EXIT
git -C "$here" worktree add --quiet --detach "$place/a" "$1"
git -C "$here" worktree add --quiet --detach "$place/b" "$2"
for side in a b; do
  (cd "$place/$side" && cargo bench --bench week --no-run --quiet)
done
nanoseconds() { grep -m1 '5 thousand rows:' | sed -E 's/.*, ([0-9.]+) ns a link-week.*/\1/'; }
for round in 1 2 3; do
  for side in a b; do
    (cd "$place/$side" && PULIH_BENCH_ROWS=5000 cargo bench --bench week --quiet -- --test 2>/dev/null) \
      | nanoseconds >> "$place/$side.txt"
  done
done
median() { sort -n "$1" | sed -n 2p; }
a=$(median "$place/a.txt")
b=$(median "$place/b.txt")
echo "$1: $a ns a link-week, $2: $b ns a link-week, ratio $(awk "BEGIN { printf \"%.3f\", $b / $a }")"
