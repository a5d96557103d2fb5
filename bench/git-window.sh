#!/usr/bin/env bash
# git-window.sh FOLDER [COMMITS] [IN_WINDOW] [AS_OF]: builds a bare repository of COMMITS commits (100,000), the last IN_WINDOW (5,000) of them in the 90 days
# before AS_OF (seconds since 1970; now), for the measurements in docs/performance.md. The same arguments always give the same commits.
# 20 authors, 1,500 files of 120 lines in 50 folders, 1 to 3 files per commit, a merge every 25 commits, a tag every 500.
set -eu -o pipefail
folder=${1:?usage: git-window.sh FOLDER [COMMITS] [IN_WINDOW] [AS_OF]}
commits=${2:-100000}
recent=${3:-5000}
as_of=${4:-$(date +%s)}

[ ! -e "$folder" ] || { echo "$folder exists already; remove it or name another folder" >&2; exit 1; }
git init -q --bare "$folder"
git -C "$folder" symbolic-ref HEAD refs/heads/main

awk -v commits="$commits" -v recent="$recent" -v as_of="$as_of" '
  function next_random() { state = (state * 16807) % 2147483647; return state }
  function text(path, revision,   i, lines) {
    lines = "# " path "\n"
    for (i = 0; i < 120; i++) lines = lines filler[i] (i == revision % 120 ? revision : int(revision / 20000)) "\n"
    return lines
  }
  function write_files(n,   i, file, path, body) {
    for (i = 0; i <= n % 3; i++) {
      file = next_random() % 1500
      path = "area" (file % 50) "/module" int(file / 50) ".txt"
      body = text(path, n)
      printf "M 100644 inline %s\ndata %d\n%s\n", path, length(body), body
    }
  }
  function commit(ref, at, subject, from, merged,   who) {
    who = next_random() % 20
    printf "commit %s\nmark :%d\n", ref, ++mark
    printf "author Person %d <person%d@example.com> %d +0000\ncommitter Person %d <person%d@example.com> %d +0000\n", who, who, at, who, who, at
    printf "data %d\n%s\n", length(subject), subject
    if (from) printf "from :%d\n", from
    if (merged) printf "merge :%d\n", merged
  }
  BEGIN {
    state = 20261124
    for (i = 0; i < 120; i++) filler[i] = "    line " i " is as long as most lines are " next_random() " "
    window = as_of - 89 * 86400
    old = window - 86400 * 2
    for (n = 1; n <= commits; n++) {
      if (n <= commits - recent) at = old - (commits - recent - n) * 900
      else at = window + int((n - (commits - recent)) * (88 * 86400) / recent)
      if (n % 25 == 24 && n < commits) {
        main = mark
        commit("refs/heads/side", at, "Work on the side " n, main, 0); write_files(n)
        side = mark
        n++
        commit("refs/heads/main", at + 1, "Merge the side " n, main, side)
      } else {
        commit("refs/heads/main", at, (n % 9 ? "Change " : "Fix ") n, mark, 0)
        write_files(n)
      }
      if (n % 500 == 0) printf "reset refs/tags/v%d\nfrom :%d\n\n", n / 500, mark
    }
    printf "reset refs/heads/side\nfrom :%d\n\n", mark
  }' | git -C "$folder" fast-import --quiet
git -C "$folder" update-ref -d refs/heads/side
git -C "$folder" -c pack.threads=2 repack -q -a -d
