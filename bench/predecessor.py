#!/usr/bin/env python3
"""predecessor.py PORTFOLIO AS_OF: how such reports used to be made, as a yardstick: read each handoff roughly, ask `git log` about each repository, add up, print a text.

It knows far less than the product (no ranges, units, sources, charts, mails, archive, journal) and stands here so that anybody can compare on his own machine.
"""
import datetime
import glob
import os
import re
import subprocess
import sys


def amount(cell):
    found = re.search(r"\$\s*([\d,]+(?:\.\d+)?)\s*([KM])?", cell)
    if not found:
        return 0.0
    return float(found.group(1).replace(",", "")) * {"K": 1e3, "M": 1e6}.get(found.group(2), 1)


def handoff(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    totals, section = {}, ""
    for line in text.splitlines():
        if line.startswith("## "):
            section = line[3:].strip()
        elif line.startswith("|"):
            totals[section] = totals.get(section, 0.0) + sum(amount(cell) for cell in line.split("|"))
    names = re.search(r"^repositories:\s*\[(.*?)\]|^repositories:\s*\n((?:\s+- .*\n)+)", text, re.M)
    listed = re.findall(r"[\w./-]+", (names.group(1) or names.group(2).replace(" - ", " "))) if names else []
    return totals, [name for name in listed if name != "-"]


def git(folder, since):
    log = subprocess.run(
        ["git", "-C", folder, "log", "--numstat", f"--since={since}", "--format=%H%x09%an%x09%at%x09%P"],
        capture_output=True, text=True, check=True).stdout
    commits, authors, files = 0, {}, {}
    for line in log.splitlines():
        parts = line.split("\t")
        if len(parts) == 4:
            commits += 1
            authors[parts[1]] = authors.get(parts[1], 0) + 1
        elif len(parts) == 3:
            files[parts[2]] = files.get(parts[2], 0) + 1
    return commits, authors, files


def main():
    portfolio, as_of = sys.argv[1], datetime.date.fromisoformat(sys.argv[2])
    since = (as_of - datetime.timedelta(days=90)).isoformat()
    for path in sorted(glob.glob(os.path.join(portfolio, "agent_handoffs/projects/*.md"))):
        totals, repositories = handoff(path)
        print(os.path.basename(path))
        for section, total in totals.items():
            print(f"  {section}: ${total:,.0f}")
        for name in repositories:
            folder = os.path.join(portfolio, name)
            if not os.path.isdir(folder) and len(sys.argv) > 3:
                folder = os.path.join(sys.argv[3], name)
            if os.path.isdir(folder):
                commits, authors, files = git(folder, since)
                print(f"  {name}: {commits} commits, {len(authors)} authors, {len(files)} files")


main()
