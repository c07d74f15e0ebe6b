#!/usr/bin/env bash
# Makes the files of a new annotation format and registers it: the format, its page and a fixture that the common tests read.
# new-format.sh ID NAME TITLE [json|rows], from any folder: new-format.sh acme Acme "Acme JSON" json
set -euo pipefail

usage() {
  echo "usage: new-format.sh ID NAME TITLE [json|rows]" >&2
  echo "  ID     the word for it on the command line: lower-case letters, digits and dashes" >&2
  echo "  NAME   what its classes are called: a capital letter, then letters and digits" >&2
  echo "  TITLE  its name for people" >&2
  exit 2
}

[ $# -ge 3 ] || usage
id=$1 name=$2 title=$3 kind=${4:-json}
[[ $id =~ ^[a-z][a-z0-9-]*$ && $name =~ ^[A-Z][A-Za-z0-9]*$ ]] || usage
[[ $kind == json || $kind == rows ]] || usage
[[ $title != *[\&\|\\\"\<\>]* ]] || { echo "the title may not hold & | \\ \" < >" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
room=$(dirname "$here")
root=$(cd "$room/../.." && pwd)
folder=$room/Formats/$name
page=$room/docs/formats/$id.md
fixtures=$root/tests/LabelSpec.Annotations.Tests/Formats/fixtures/$id
list=$room/Formats/AnnotationFormats.cs
for path in "$folder" "$page" "$fixtures"; do
  [ ! -e "$path" ] || { echo "$path exists already" >&2; exit 1; }
done

fill() {
  mkdir -p "$(dirname "$2")"
  sed -e "s|@id@|$id|g" -e "s|@Name@|$name|g" -e "s|@Title@|$title|g" "$1" >"$2"
}

ending=$([ "$kind" = json ] && echo json || echo "$id")
fill "$here/$kind/Format.cs.template" "$folder/${name}Format.cs"
fill "$here/page.template" "$page"
fill "$here/$kind/fixture.template" "$fixtures/one.$ending"

# A line in the list, and one in the table of formats.
sed -i -e "s|^        new CsvFormat(),|        new ${name}Format(),\n&|" \
  -e "0,/^using /s|^using |using LabelSpec.Annotations.Formats.$name;\n&|" "$list"
sed -i "s|^. \[CSV table\]|\| [$title]($id.md) \| \`$id\` \| left, top, width, height \|\n&|" "$room/docs/formats/README.md"

echo "made $folder"
echo "made $page"
echo "made $fixtures"
echo "next: dotnet csharpier format . && LABELSPEC_UPDATE_SNAPSHOTS=1 dotnet test tests/LabelSpec.Annotations.Tests --filter FormatFixture"
