# Completes the words of payweek in fish: asks payweek itself, which knows its commands and what the ledger holds.
function __payweek_words
    set -l words (commandline -opc)
    set -l found ($words[1] completion words fish (commandline -cp) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c payweek -f -a '(__payweek_words)'
