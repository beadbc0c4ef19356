#!/usr/bin/env bash
# Compares two commits in one run on one machine: benches/compare.sh COMMIT_A COMMIT_B [ROUNDS]
# Both are built in work trees of their own; their benches of the week at five thousand rows run in
# turn. Printed by phase: the least time of each commit over the rounds and the ratio B / A.
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: benches/compare.sh COMMIT_A COMMIT_B [ROUNDS]" >&2; exit 2; }
rounds=${3:-5}
here=$(git rev-parse --show-toplevel)
place=$(mktemp -d)
clean() {
  for side in a b; do
    git -C "$here" worktree remove --force "$place/$side" 2>/dev/null || true
  done
  rm -rf "$place"
}
trap clean EXIT

declare -A bench
for side in a b; do
  commit=$1; [ $side = a ] || commit=$2
  git -C "$here" worktree add --quiet --detach "$place/$side" "$commit"
  # One target directory for both: dependencies are built once.
  built=$(cd "$place/$side" \
    && CARGO_TARGET_DIR="$here/target" cargo bench --bench week --no-run 2>&1 \
    | tee /dev/stderr | sed -nE 's/.*Executable.*\((.*)\)$/\1/p')
  bench[$side]="$place/week-$side"
  cp "$built" "${bench[$side]}"
done

# Lines of the table: label, then ms, ns a row-week, ns a link-week.
table() {
  sed -nE 's/^(.*[^ 0-9.]) +([0-9.]+) +[0-9.]+ +[0-9.]+$/\1\t\2/p'
}
for _ in $(seq "$rounds"); do
  for side in a b; do
    (cd "$place/$side" && PULIH_BENCH_ROWS=5000 "${bench[$side]}" --bench --test) \
      | table >> "$place/$side.txt"
  done
done

# Least time of each label, in the order of the table.
least() {
  awk -F'\t' '!($1 in m) { order[++n] = $1; m[$1] = $2 } $2 < m[$1] { m[$1] = $2 }
    END { for (i = 1; i <= n; i++) print order[i] "\t" m[order[i]] }' "$1"
}
echo "least ms of $rounds rounds, five thousand rows; A = $1, B = $2"
paste <(least "$place/a.txt") <(least "$place/b.txt") | awk -F'\t' '
  $1 == $3 { printf "%-26s %9.3f %9.3f   ratio %s\n", $1, $2, $4,
    ($2 > 0 ? sprintf("%.3f", $4 / $2) : "-") }'
