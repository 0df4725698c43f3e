#compdef payweek
# Completes the words of payweek in zsh: asks payweek itself, which knows its commands and what the ledger holds.
_payweek() {
  local line word about
  local -a found shown
  line="${(j: :)words[1,CURRENT-1]} $PREFIX"
  while IFS=$'\t' read -r word about; do
    found+=("$word")
    shown+=("$word${about:+  -- $about}")
  done < <("${(Q)words[1]}" completion words zsh "$line" 2>/dev/null)
  if (( ${#found} )); then
    compadd -l -d shown -- "${found[@]}"
  else
    _files
  fi
}
if [[ ${funcstack[1]} == _payweek ]]; then
  _payweek "$@"
else
  (( ${+functions[compdef]} )) || { autoload -Uz compinit && compinit }
  compdef _payweek payweek
fi
