package dev.pollux.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PreprocessorTest {

    @TempDir
    Path folder = Path.of("");

    private Diagnostics diagnostics = new Diagnostics();

    @BeforeEach
    void reset() {
        diagnostics = new Diagnostics();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "$X=7/a $X                      | a 7",
                "$X=7/a ${X}b                   | a 7b",
                "$X=7/a $Xb                     | a $Xb",
                "$X=7/f($X,$X)                  | f(7,7)",
                "$X=7/192.0.2.${X}/24           | 192.0.2.7/24",
                "$X=7/192.0.2.$X.5              | 192.0.2.$X.5",
                "$X = 7/a $X                    | $X = 7/a $X",
                "$X=7/$X=8/a $X                 | a 8",
                "$X=/a $X                       | a",
                "$X=$Y z/$Y=7/a $X              | a 7 z",
                "a $UNDEFINED                   | a $UNDEFINED",
                "a ${UNDEFINED}                 | a ${UNDEFINED}",
                "$X=one \\/  two \\/  three/$X  | one/  two/  three",
                "$X=one \\/# no \\/  two/$X     | one/  two",
                "$X=one \\/  two/pre $X         | pre one/  two",
                "@here a/@there b/@^there c/@^here d/@here | a/c",
                "@here $X=1/@there $X=2/a $X    | a 1",
                "$C=@there/$C a/b               | b",
                "${_INSTANCE}                   | here",
                "${_ENV COLOUR}                 | green",
                "${_ENV NOTHING}.               | .",
                "${_HASH} a                     | ''",
                "a ${_BANG} b                   | a",
                "~SEQ(x,3) a $x                 | a 1/a 2/a 3",
                "~SEQ(x,2,4) a $x               | a 2/a 3/a 4",
                "~SEQ(x,6,-2,2) a $x            | a 6/a 4/a 2",
                "~SEQ(x,-2) a $x                | a -1/a -2",
                "~SEQx(x,9,11) a $x             | a 9/a a/a b",
                "~SEQ(x,0x10,0x11) a $x         | a 16/a 17",
                "$N=2/~SEQ(x,$N) a $x           | a 1/a 2",
                "~SEQ(x,1,2) ~SEQ(y,1,2) ${x}.${y} | 1.1/1.2/2.1/2.2",
                "$A=one \\//x $A              | x one",
                "$A=one \\/# c/two/x $A        | x one/two",
                "$A=one \\/# c \\/two/x $A      | x one/two",
                "$B=one $x \\/two $x/~SEQ(x,2) $B   | one 1/two 1/one 2/two 2",
                "~LST(v,a,b) w $v               | w a/w b",
                "~LST({a,b},{1,2},{3}) $a-$b    | $a-2/$a-",
                "~LST({a,b},{1,2},{3}) ${a}-${b}. | 1-2./3-.",
            })
    void expands(String text, String expected) throws IOException {
        List<String> lines = lines(text.replace('/', '\n').replace("\n24", "/24"));

        assertThat(String.join("/", lines)
                        .replaceAll(" +", " ")
                        .replace("/ ", "/")
                        .strip())
                .isEqualTo(expected.replaceAll(" +", " ").replace("/ ", "/"));
        assertThat(diagnostics.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'~SEQ(x,1,0,5) a'",
        "'~SEQ(x,1,-1,5) a'",
        "'~SEQ(x) a'",
        "'~SEQ(1,2) a'",
        "'~SEQ(x,1,2 a'",
        "'~SEQ(x,a) b'",
        "'~LST(v) a'",
        "'~LST({a},{1,2}) a'",
        "'~LST(v,{1,dev eth0}) a'"
    })
    void refusesWrongLoops(String line) throws IOException {
        assertThat(lines(line + "\nnext")).containsExactly("next");
        assertThat(codes()).containsExactly(DiagnosticCode.INVALID_VALUE);
    }

    @Test
    void endlessDefinitionsAreAnError() throws IOException {
        lines("$A=$B\n$B=$A\nx $A\n$IF=$IF\ninterface $IF\n");

        assertThat(codes()).containsOnly(DiagnosticCode.EXPANSION_LIMIT);
    }

    @Test
    void definitionsThatDoubleAreAnError() throws IOException {
        StringBuilder text = new StringBuilder("$A0=aaaaaaaaaaaaaaaa\n");
        for (int i = 1; i < 30; i++) {
            text.append("$A" + i + "=${A" + (i - 1) + "}${A" + (i - 1) + "}\n");
        }
        lines(text + "x ${A29}\n");

        assertThat(codes()).contains(DiagnosticCode.EXPANSION_LIMIT);
    }

    @Test
    void multiLineDefinitionThatNamesItselfIsAnError() throws IOException {
        lines("$A=x \\\n$A\n$A\n");

        assertThat(codes()).contains(DiagnosticCode.EXPANSION_LIMIT);
    }

    @Test
    void includesAreReadInPlaceAndRelativeToTheirFile() throws IOException {
        Files.createDirectories(folder.resolve("sub/deep"));
        write("sub/one.conf", "one\ninclude deep/*.conf\nend");
        write("sub/deep/b.conf", "b");
        write("sub/deep/a.conf", "a");
        write("sub/deep/c.txt", "c");

        assertThat(lines("first\ninclude sub/one.conf\nlast")).containsExactly("first", "one", "a", "b", "end", "last");
    }

    @Test
    void includesWithBraces() throws IOException {
        write("a.conf", "a");
        write("b.conf", "b");

        assertThat(lines("include {b,a}.conf")).containsExactly("b", "a");
    }

    @Test
    void includeLoopIsAnError() throws IOException {
        write("loop.conf", "in\ninclude main.conf");

        assertThat(lines("out\ninclude loop.conf\nrest")).containsExactly("out", "in", "rest");
        assertThat(codes()).containsExactly(DiagnosticCode.EXPANSION_LIMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "include missing.conf,    INCLUDE_EMPTY",
        "includer missing.conf,   INCLUDE_EMPTY",
        "includem missing.conf,   INCLUDE_CHECK",
        "includew missing*.conf,  INCLUDE_CHECK",
        "includea missing*.conf,  INCLUDE_CHECK",
        "'includeb {main.con,no}', INCLUDE_CHECK",
        "includem .,              INCLUDE_CHECK",
        "include .,               INCLUDE_EMPTY",
    })
    void missingIncludes(String line, DiagnosticCode code) throws IOException {
        lines(line);

        assertThat(codes()).contains(code);
    }

    @Test
    void includeCheckChangesPlainIncludes() throws IOException {
        lines("include_check match\ninclude missing.conf");

        assertThat(codes()).containsExactly(DiagnosticCode.INCLUDE_CHECK);
    }

    @Test
    void placesAreThoseOfTheFile() throws IOException {
        List<SourceLine> lines = read("$X=1 2 3\n   a ${X} bad\n");
        SourceLine line = lines.get(0);

        int bad = line.text().indexOf("bad");
        assertThat(line.span(bad, bad + 3).toString()).endsWith(":2:11");
        int two = line.text().indexOf('2');
        assertThat(line.span(two, two + 1).toString()).endsWith(":2:6");
        assertThat(line.notes(two, two + 1))
                .singleElement()
                .satisfies(note -> assertThat(note.span().line()).isEqualTo(1));
    }

    @Test
    void thousandsOfBlocksStream() throws IOException {
        Preprocessor preprocessor = open("$B=block \\\n line $x \\\nend\n~SEQ(x,1,65000) $B\n");
        int count = 0;
        while (preprocessor.next() != null) {
            count++;
        }

        assertThat(count).isEqualTo(3 * 65_000);
        assertThat(diagnostics.list()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one loop           | ~SEQ(x,2147483646) a",
                "loops in loops     | ~SEQ(x,1,9999) ~SEQ(y,1,9999) ~SEQ(z,1,9999) a",
                "nothing but loops  | ~SEQ(x,1,99999) ~SEQ(y,1,99999)",
                "lines of a block   | $B=~SEQ(y,2147483646) \\/b/~SEQ(x,2147483646) $B",
                "long lines         | $A=aaaaaaaaaaaaaaaa/$B=$A$A$A$A$A$A$A$A/$C=$B$B$B$B$B$B$B$B/~SEQ(x,2147483646) $C$C$C",
                "the same long line | ~SEQ(x,2147483646) ~SEQ(y,2147483646) %",
                "empty in the end   | $A=/$B=${A}${A}${A}${A}/$C=${B}${B}${B}${B}/$D=${C}${C}${C}${C}/~SEQ(x,2147483646) ${D}${D}",
                "empty definitions  | $A=/$B=$A$A$A$A$A$A$A$A/$C=$B$B$B$B$B$B$B$B/$D=$C$C$C$C$C$C$C$C/~SEQ(x,2147483646) $D$D$D$D",
                "a file for ever    | ~SEQ(x,2147483646) include empty.conf",
                "files of files     | include 0.conf/include 0.conf/include 0.conf/include 0.conf/include 0.conf"
            })
    void bombsAreCutOff(String kind, String text) throws IOException {
        write("empty.conf", "");
        for (int i = 0; i < 30; i++) {
            write(i + ".conf", ("include " + (i + 1) + ".conf\n").repeat(10));
        }
        Preprocessor preprocessor = open(text.replace('/', '\n').replace("%", "a ".repeat(30_000)) + "\nrest");
        int count = 0;
        String last = "";
        for (SourceLine line = preprocessor.next(); line != null; line = preprocessor.next()) {
            count++;
            last = line.text();
        }

        assertThat(count).isLessThanOrEqualTo(FeedStack.MAX_EXPANDED_LINES);
        assertThat(last).as("what stands in the file itself is still read").isEqualTo("rest");
        assertThat(codes().stream().filter(DiagnosticCode.EXPANSION_LIMIT::equals))
                .as("of the loop, and of the nesting if that is too deep as well")
                .hasSizeBetween(1, 2);
    }

    @Test
    void definitionsThatMakeAnEndlessLineAreGivenUp() throws IOException {
        String empty = """
                $A=
                $B=${A}${A}${A}${A}${A}${A}${A}${A}
                $C=${B}${B}${B}${B}${B}${B}${B}${B}
                $D=${C}${C}${C}${C}${C}${C}${C}${C}
                $E=${D}${D}${D}${D}${D}${D}${D}${D}
                $E x
                """;
        String wide = "$F=" + "f".repeat(60_000) + "\n" + "$F ".repeat(15_000) + "\n";

        assertThat(lines(empty + wide + "rest")).containsExactly("rest");
        assertThat(codes().stream().filter(DiagnosticCode.EXPANSION_LIMIT::equals))
                .hasSize(2);
    }

    @Test
    void aLineWithoutEndIsCut() throws IOException {
        List<String> lines = lines("first\n" + "a ".repeat(5_000_000) + "\nlast");

        assertThat(lines).hasSize(3).endsWith("last");
        assertThat(lines.get(1)).hasSizeLessThanOrEqualTo(FileLines.MAX_LENGTH);
        assertThat(codes()).containsExactly(DiagnosticCode.EXPANSION_LIMIT);
    }

    @Test
    void includesThatLeadInACircleAreLeftAtOnce() throws IOException {
        write("a.conf", "a\ninclude b.conf\ninclude b.conf");
        write("b.conf", "b\ninclude a.conf\ninclude *.conf");

        assertThat(lines("include a.conf\nrest")).containsExactly("a", "b", "b", "rest");
        assertThat(codes()).isNotEmpty().containsOnly(DiagnosticCode.EXPANSION_LIMIT);
    }

    @Test
    void oneSnippetForEachOfManyServersIsNoBomb() throws IOException {
        write("check.conf", "TCP_CHECK {\n connect_timeout 3\n}\n");

        assertThat(lines("~SEQ(x,1,20000) include check.conf")).hasSize(60_000);
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreNamed() throws IOException {
        Files.write(folder.resolve("main.conf"), new byte[] {'a', ' ', (byte) 0xE9, '\n', '#', (byte) 0xE9, '\n'});
        Preprocessor preprocessor = open(null);
        SourceLine line = preprocessor.next();

        assertThat(line).isNotNull();
        assertThat(codes()).containsExactly(DiagnosticCode.ENCODING);
    }

    private List<DiagnosticCode> codes() {
        return diagnostics.list().stream().map(Diagnostic::code).toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> lines(String text) throws IOException {
        return read(text).stream().map(line -> line.text().strip()).toList();
    }

    private List<SourceLine> read(String text) throws IOException {
        Preprocessor preprocessor = open(text);
        List<SourceLine> lines = new ArrayList<>();
        for (SourceLine line = preprocessor.next(); line != null; line = preprocessor.next()) {
            lines.add(line);
        }
        return lines;
    }

    private Preprocessor open(@org.jspecify.annotations.Nullable String text) throws IOException {
        Path main = folder.resolve("main.conf");
        if (text != null) {
            Files.writeString(main, text);
        }
        PreprocessorOptions options = new PreprocessorOptions("here", Map.of("COLOUR", "green"), 0, false);
        Preprocessor preprocessor = new Preprocessor(options, diagnostics);
        preprocessor.addFile(main, main.toString());
        return preprocessor;
    }
}
