package dev.pollux.linux.nftables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs {@code nft} as a child. One that does not end in time is killed; the kernel then applied all or nothing. */
final class NftTool implements Nftables {

    /** The kernel's part of 10,000 elements takes well under a second; the wait for a lock may take longer. */
    private static final int PATIENCE_SECONDS = 20;

    /** Where it is when PATH lacks the directories of root. */
    private static final String USUAL_PLACE = "/usr/sbin/nft";

    private static final String MISSING = "the nft program is not installed; install the package nftables";

    /** {@code /dev/stdin:3:5-12: Error: syntax error, unexpected newline}. */
    private static final Pattern AT_LINE =
            Pattern.compile("^[^:\\n]*:(\\d+):\\d+-\\d+: Error: (.*)$", Pattern.MULTILINE);

    private static final int LINE_SHOWN = 160;

    private final String program;

    NftTool() {
        this("nft");
    }

    NftTool(String program) {
        this.program = program;
    }

    @Override
    public void apply(String script) {
        Result result = run(script, List.of("-f", "-"));
        if (!result.success()) {
            throw new NftablesException(reason(result.output(), script));
        }
    }

    @Override
    public Optional<TableListing> read(TableName table) {
        Result result = run("", List.of("-j", "list", "table", table.family(), table.name()));
        if (result.success()) {
            try {
                return Optional.of(ListingReader.read(result.output()));
            } catch (IOException e) {
                throw new NftablesException("nft list table " + table + ": " + e.getMessage(), e);
            }
        }
        if (result.output().startsWith("Error: No such file or directory")) {
            return Optional.empty();
        }
        throw new NftablesException("nft list table " + table + ": " + firstLine(result.output()));
    }

    @Override
    public int generation() {
        return RulesetGeneration.read();
    }

    private Result run(String input, List<String> arguments) {
        Process process = start(arguments);
        CompletableFuture<Boolean> late =
                new CompletableFuture<Boolean>().completeOnTimeout(true, PATIENCE_SECONDS, TimeUnit.SECONDS);
        var unused = late.thenRun(process::destroyForcibly);
        try {
            feed(process, input);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (!late.complete(false)) {
                throw new NftablesException("nft did not end within " + PATIENCE_SECONDS + " seconds and was killed");
            }
            return new Result(status == 0, output);
        } catch (IOException e) {
            throw new NftablesException("nft: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NftablesException("interrupted while nft was at work", e);
        } finally {
            late.complete(false);
            process.destroyForcibly();
        }
    }

    private Process start(List<String> arguments) {
        for (String candidate : List.of(program, USUAL_PLACE)) {
            try {
                return new ProcessBuilder(Stream.concat(Stream.of(candidate), arguments.stream())
                                .toList())
                        .redirectErrorStream(true)
                        .start();
            } catch (IOException e) {
                // Not there; the next place.
            }
        }
        throw new NftablesException(MISSING);
    }

    private static void feed(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended before it had read everything, and says why in its output.
        }
    }

    private static String reason(String output, String script) {
        Matcher matcher = AT_LINE.matcher(output);
        if (!matcher.find()) {
            return "nft: " + firstLine(output);
        }
        int number = Integer.parseInt(matcher.group(1));
        String line = script.lines().skip(number - 1L).findFirst().orElse("").strip();
        String shown = line.length() > LINE_SHOWN ? line.substring(0, LINE_SHOWN) + "..." : line;
        return "nft: line " + number + ": " + matcher.group(2) + ": " + shown;
    }

    private static String firstLine(String output) {
        return output.lines().findFirst().orElse("failed without a word");
    }

    private record Result(boolean success, String output) {}
}
