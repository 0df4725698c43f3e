# Completes the words of payweek in bash: asks payweek itself, which knows its commands and what the ledger holds.
_payweek() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <("${COMP_WORDS[0]}" completion words bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -o default -F _payweek payweek
