package dev.pollux.ipvs.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * A command line of ipvsadm taken apart.
 *
 * @param state value of {@code --start-daemon} and {@code --stop-daemon}
 * @param options what follows the command, in order, with its value or an empty one
 * @param operands words that belong to no option
 */
record AdminWords(AdminVerb verb, @Nullable String state, Map<AdminOption, String> options, List<String> operands) {

    private static final Pattern ON_SERVER = Pattern.compile("-[ae].*|--(add|edit)-server");
    private static final Options OPTIONS = known();

    AdminWords {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        operands = List.copyOf(operands);
    }

    /** Reads words; none at all ask for a listing. */
    static AdminWords read(List<String> words) {
        return words.isEmpty() ? new AdminWords(AdminVerb.LIST, null, Map.of(), List.of()) : taken(parse(plain(words)));
    }

    boolean has(AdminOption option) {
        return options.containsKey(option);
    }

    @Nullable
    String value(AdminOption option) {
        return options.get(option);
    }

    /** Of a service {@code -b} has flags for the scheduler; of a real server the FULLNAT fork has it for that. */
    private static List<String> plain(List<String> words) {
        return ON_SERVER.matcher(words.get(0)).matches()
                ? words.stream()
                        .map(word -> word.equals("-b") ? "--" + AdminOption.FULLNAT.longName() : word)
                        .toList()
                : words;
    }

    private static CommandLine parse(List<String> words) {
        try {
            return DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(OPTIONS, words.toArray(String[]::new));
        } catch (ParseException e) {
            throw UsageException.spelling(String.valueOf(e.getMessage()));
        }
    }

    private static AdminWords taken(CommandLine line) {
        List<Option> given = new ArrayList<>(List.of(line.getOptions()));
        AdminVerb verb = given.isEmpty() ? null : verb(given.get(0));
        if (verb == null) {
            throw UsageException.noCommand();
        }
        Option first = given.remove(0);
        Map<AdminOption, String> options = new LinkedHashMap<>();
        for (Option next : given) {
            AdminOption option = option(next);
            if (option == null) {
                throw UsageException.meaning("Only one command at a time: " + verb + " or " + verb(next));
            }
            admit(verb, option, options);
            options.put(option, next.getValue(""));
        }
        return new AdminWords(verb, first.getValue(), options, line.getArgList());
    }

    private static void admit(AdminVerb verb, AdminOption option, Map<AdminOption, String> before) {
        if (!option.goesWith(verb) && verb != AdminVerb.HELP && verb != AdminVerb.VERSION) {
            throw UsageException.meaning(option + " does not go with " + verb);
        }
        for (AdminOption other : before.keySet()) {
            if (option.excludes(other)) {
                throw UsageException.meaning(
                        option == other ? option + " is there twice" : option + " does not go with " + other);
            }
        }
        if (option == AdminOption.IPV6 && !before.containsKey(AdminOption.FWMARK_SERVICE)) {
            throw UsageException.meaning("-6 belongs behind -f: other services have it in their address");
        }
    }

    private static @Nullable AdminVerb verb(Option option) {
        if ("l".equals(option.getOpt())) {
            return AdminVerb.LIST;
        }
        return Stream.of(AdminVerb.values())
                .filter(verb -> verb.longName().equals(option.getLongOpt()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable AdminOption option(Option option) {
        return Stream.of(AdminOption.values())
                .filter(candidate -> candidate.longName().equals(option.getLongOpt()))
                .findFirst()
                .orElse(null);
    }

    private static Options known() {
        Options options = new Options().addOption(Option.builder("l").get());
        Stream.of(AdminVerb.values()).map(AdminVerb::toOption).forEach(options::addOption);
        Stream.of(AdminOption.values()).map(AdminOption::toOption).forEach(options::addOption);
        return options;
    }
}
