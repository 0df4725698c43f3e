package dev.payweek.app;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete the words of a command. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what a shell needs to complete commands and options:",
            "  source <(payweek completion bash)       in ~/.bashrc or ~/.zshrc",
            "  payweek completion fish | source        in ~/.config/fish/config.fish"
        })
final class Completion implements Runnable {

    /** The shells; zsh takes what bash takes. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.")
    private Shell shell = Shell.BASH;

    @Override
    public void run() {
        CommandLine whole = Payweek.commandLine();
        spec.commandLine()
                .getOut()
                .print(shell == Shell.FISH ? FishCompletion.of(whole) : AutoComplete.bash("payweek", whole));
    }
}
