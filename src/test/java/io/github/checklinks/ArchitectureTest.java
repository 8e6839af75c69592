// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.checklinks.text.Printable;
import io.github.checklinks.url.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Keeps the borders between the packages. Each border has its positive twin: a rule about a misspelt package holds for ever. */
class ArchitectureTest {

    private static final String ROOT = "io.github.checklinks";

    private static final int MOST_TYPES = 25;

    private static final int MOST_LINES = 300;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/check_links_maven_plugin/"))
            .importPackages(ROOT);

    /**
     * One of our packages.
     *
     * @param name below the root
     * @param sees those of ours that it may see
     * @param others those of others that it may see
     */
    private record Part(String name, List<String> sees, List<String> others) {

        private String packageName() {
            return ROOT + "." + name;
        }

        private String[] visible() {
            List<String> visible = new ArrayList<>(List.of(
                    "java..", "javax.net..", "javax.security..", "javax.xml..", "org.jspecify..", packageName()));
            sees.forEach(ours -> visible.add(ROOT + "." + ours));
            others.forEach(other -> visible.add(other + ".."));
            return visible.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return packageName();
        }
    }

    /** From the bottom up: each sees only packages before it. */
    static final List<Part> PARTS = List.of(
            new Part("model", List.of(), List.of()),
            new Part("text", List.of(), List.of()),
            new Part("json", List.of(), List.of("com.fasterxml.jackson")),
            new Part("source.reference", List.of(), List.of("org.jsoup")),
            new Part("url.idna", List.of("text"), List.of()),
            new Part("url", List.of("text", "url.idna"), List.of()),
            new Part("extract", List.of("url"), List.of()),
            new Part("extract.attribute", List.of("extract"), List.of("org.jsoup.select")),
            new Part("extract.charset", List.of("url", "extract", "extract.attribute"), List.of("org.jsoup.nodes")),
            new Part("extract.css", List.of("extract", "extract.attribute", "extract.charset"), List.of()),
            new Part("extract.xml", List.of("extract", "extract.charset"), List.of()),
            new Part(
                    "extract.html",
                    List.of("extract", "extract.attribute", "extract.charset", "extract.css", "extract.xml"),
                    List.of("org.jsoup")),
            new Part(
                    "extract.reader",
                    List.of(
                            "url",
                            "json",
                            "extract",
                            "extract.attribute",
                            "extract.charset",
                            "extract.css",
                            "extract.html",
                            "extract.xml"),
                    List.of()),
            new Part("fetch", List.of("url", "model"), List.of("org.apache.hc")),
            new Part("fetch.body", List.of("url", "fetch"), List.of("org.apache.hc")),
            new Part("fetch.connection", List.of("url", "fetch"), List.of("org.apache.hc")),
            new Part(
                    "fetch.http",
                    List.of("url", "text", "model", "fetch", "fetch.body", "fetch.connection"),
                    List.of("org.apache.hc")),
            new Part("crawl.directory", List.of("url", "text", "extract"), List.of()),
            new Part("crawl.robots", List.of("url", "model"), List.of("crawlercommons")),
            new Part("crawl.cache", List.of("url", "text", "fetch"), List.of()),
            new Part("facts.store", List.of("text"), List.of()),
            new Part("facts", List.of("url", "model", "extract", "fetch", "crawl.directory", "facts.store"), List.of()),
            new Part(
                    "crawl.target",
                    List.of("url", "text", "model", "extract", "fetch", "facts", "crawl.directory", "crawl.robots"),
                    List.of()),
            new Part(
                    "crawl.record",
                    List.of("url", "text", "json", "model", "crawl.cache", "facts", "crawl.target"),
                    List.of()),
            new Part("crawl.schedule", List.of("url", "model", "fetch", "crawl.target"), List.of()),
            new Part(
                    "crawl.page",
                    List.of(
                            "url",
                            "extract",
                            "extract.attribute",
                            "extract.reader",
                            "fetch",
                            "facts",
                            "facts.store",
                            "crawl.directory",
                            "crawl.target"),
                    List.of()),
            new Part(
                    "crawl",
                    List.of(
                            "url",
                            "text",
                            "model",
                            "extract",
                            "extract.attribute",
                            "fetch",
                            "facts",
                            "facts.store",
                            "crawl.cache",
                            "crawl.directory",
                            "crawl.page",
                            "crawl.record",
                            "crawl.robots",
                            "crawl.schedule",
                            "crawl.target"),
                    List.of()),
            new Part("source.file", List.of(), List.of()),
            new Part("source.toolchain", List.of("url", "source.file", "source.reference"), List.of()),
            new Part(
                    "source",
                    List.of("url", "model", "source.file", "source.reference", "source.toolchain"),
                    List.of("org.jsoup")),
            new Part("report.view", List.of("text", "model"), List.of()),
            new Part("report.console", List.of("model", "report.view"), List.of()),
            new Part("report.html", List.of("model", "report.view"), List.of()),
            new Part("report", List.of("text", "json", "model", "report.view", "report.html"), List.of()),
            new Part("check.policy", List.of("url", "json", "model"), List.of()),
            new Part("check.record", List.of("url", "model", "facts", "crawl.record"), List.of()),
            new Part(
                    "check.hint",
                    List.of(
                            "url",
                            "text",
                            "model",
                            "extract",
                            "extract.attribute",
                            "extract.reader",
                            "facts",
                            "facts.store",
                            "crawl.directory",
                            "report.view"),
                    List.of()),
            new Part(
                    "check",
                    List.of(
                            "url",
                            "text",
                            "json",
                            "model",
                            "extract",
                            "fetch",
                            "fetch.http",
                            "facts",
                            "crawl",
                            "crawl.cache",
                            "crawl.directory",
                            "crawl.schedule",
                            "crawl.target",
                            "check.policy",
                            "check.record",
                            "check.hint"),
                    List.of()),
            new Part(
                    "maven.parameter",
                    List.of(
                            "url",
                            "text",
                            "model",
                            "fetch",
                            "crawl.directory",
                            "crawl.target",
                            "check.policy",
                            "check.record"),
                    List.of("org.apache.maven", "org.codehaus.plexus")),
            new Part(
                    "maven.project",
                    List.of(
                            "url",
                            "model",
                            "source",
                            "source.toolchain",
                            "report",
                            "crawl.directory",
                            "maven.parameter"),
                    List.of("org.apache.maven", "org.codehaus.plexus")),
            new Part(
                    "maven",
                    List.of(
                            "url",
                            "text",
                            "model",
                            "extract.attribute",
                            "fetch",
                            "crawl",
                            "crawl.cache",
                            "crawl.directory",
                            "crawl.record",
                            "crawl.schedule",
                            "crawl.target",
                            "check",
                            "check.policy",
                            "check.record",
                            "report",
                            "report.console",
                            "maven.parameter",
                            "maven.project"),
                    List.of("org.apache.maven", "org.codehaus.plexus", "javax.inject")));

    /** Classes of one package that need each other, with the reason; all other packages are free of such circles. */
    private static final List<Set<String>> CIRCLES = List.of(
            // A document may lie in an attribute of another, and a tag in a template.
            Set.of("HtmlScanner", "LinkFinder", "NestedDocuments", "OpenTemplates"),
            // A URL is the result of resolving a reference against a URL.
            Set.of("FastUrlParser", "UrlParser", "WebUrl"),
            // The parts of one exchange, which end each other.
            Set.of("BodyConsumer", "Exchange", "Transmission"));

    /** Files longer than 300 lines, with the reason. */
    private static final Map<String, String> LONG_FILES = Map.of(
            "HtmlScanner.java", "one state machine, compiled as a whole",
            "LinkFinder.java", "what the tokenizer calls for each tag, kept in reach of the compiler",
            "PageScanner.java", "what the tokenizer calls for each link, kept in reach of the compiler",
            "UrlParser.java", "the states of the URL standard in its order",
            "CheckParameters.java", "one field for each parameter",
            "VisitPlanner.java", "who is visited next, with redirects and anchors",
            "Crawler.java", "the one loop of a crawl");

    @ParameterizedTest
    @FieldSource("PARTS")
    void aPackageSeesOnlyWhatItMay(Part part) {
        classes()
                .that()
                .resideInAPackage(part.packageName())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(part.visible())
                .check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void aPackageSeesWhatItIsAllowedToSee(Part part) {
        List<String> allowed = new ArrayList<>(part.others());
        part.sees().forEach(ours -> allowed.add(ROOT + "." + ours));

        assertThat(allowed)
                .allSatisfy(other -> assertThat(sees(part, other))
                        .as("%s sees %s", part.packageName(), other)
                        .isTrue());
    }

    /** A report gets redacted and printable texts, and must not depend on whether it remembers to make them so. */
    @Test
    void whatLeavesTheCheckIsRedactedThereAndMadePrintableInOnePlace() {
        assertThat(users(Redaction.class))
                .containsExactlyInAnyOrder(
                        "check.RedactedText",
                        // Redacted before it is matched with what users write into baselines and ignores.
                        "check.LinkAssessor",
                        "check.policy.Baseline",
                        // A malformed URL in a sentence, whose end only the author of the sentence knows.
                        "check.MovedHint",
                        "check.hint.Hints",
                        "crawl.schedule.ResponseRules",
                        "maven.parameter.InvalidParameter");
        assertThat(users(Printable.class)).containsExactly("report.view.PrintableText");
    }

    private static List<String> users(Class<?> used) {
        return CLASSES.get(used).getDirectDependenciesToSelf().stream()
                .map(dependency -> outermost(dependency.getOriginClass()))
                .filter(name -> !name.equals(used.getName()))
                .map(name -> name.substring(ROOT.length() + 1))
                .distinct()
                .toList();
    }

    @Test
    void aPackageSeesOnlyPackagesBelowIt() {
        List<String> below = new ArrayList<>();
        for (Part part : PARTS) {
            assertThat(below).as(part.packageName()).containsAll(part.sees());
            below.add(part.name());
        }
    }

    /** What a crawl finds are facts; opinions on them are formed in {@code check}. */
    @Test
    void onlyWhatIsAboveTheCrawlKnowsRulesAndVerdicts() {
        List<String> opinions = Stream.of("Rule", "RuleText", "Verdict", "Severity")
                .map(name -> ROOT + ".model." + name)
                .toList();
        Map<Boolean, Set<String>> packages = CLASSES.stream()
                .filter(type -> !type.getPackageName().equals(ROOT + ".model"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> opinions.contains(
                        dependency.getTargetClass().getBaseComponentType().getName()))
                .map(dependency -> dependency.getOriginClass().getPackageName())
                .collect(Collectors.groupingBy(ArchitectureTest::findsFacts, Collectors.toCollection(TreeSet::new)));

        assertThat(packages.getOrDefault(true, Set.of())).isEmpty();
        assertThat(packages.getOrDefault(false, Set.of())).contains(ROOT + ".check", ROOT + ".report");
    }

    private static boolean findsFacts(String packageName) {
        return Stream.of("extract", "fetch", "crawl", "facts")
                .map(part -> ROOT + "." + part)
                .anyMatch(part -> packageName.equals(part) || packageName.startsWith(part + "."));
    }

    @Test
    void everyClassIsInOneOfThePackages() {
        List<String> packages = PARTS.stream().map(Part::packageName).toList();

        assertThat(CLASSES)
                .hasSizeGreaterThan(50)
                .allSatisfy(type -> assertThat(packages).contains(type.getPackageName()));
    }

    @Test
    void noPackageHasMoreThanTwentyFiveTypes() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(type -> type.getEnclosingClass().isEmpty()
                        && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes)
                .hasSameSizeAs(PARTS)
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    @Test
    void noTwoTypesHaveOneName() {
        List<String> names = CLASSES.stream()
                .filter(type -> type.getEnclosingClass().isEmpty()
                        && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName)
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void noClassesOfAPackageNeedEachOtherButForAReason() {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> seen = needs.computeIfAbsent(outermost(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().equals(type.getPackageName()))
                    .forEach(target -> seen.add(outermost(target)));
        }

        assertThat(circles(needs)).containsExactlyInAnyOrderElementsOf(CIRCLES);
    }

    /** The sets of classes each of which reaches all others of its set, by simple names. */
    private static List<Set<String>> circles(Map<String, Set<String>> needs) {
        Map<String, Set<String>> reach = new TreeMap<>();
        for (String from : needs.keySet()) {
            Set<String> seen = new TreeSet<>();
            Deque<String> open = new ArrayDeque<>(needs.get(from));
            while (!open.isEmpty()) {
                String at = open.remove();
                if (seen.add(at)) {
                    open.addAll(needs.getOrDefault(at, Set.of()));
                }
            }
            reach.put(from, seen);
        }
        Set<Set<String>> circles = new LinkedHashSet<>();
        reach.forEach((from, seen) -> {
            Set<String> circle = seen.stream()
                    .filter(other -> reach.getOrDefault(other, Set.of()).contains(from))
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (circle.size() > 1) {
                circles.add(circle);
            }
        });
        return List.copyOf(circles);
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    @Test
    void noFileIsLongerThanThreeHundredLinesButForAReason() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readAllLines(file).size() > MOST_LINES) {
                    found.add(file.getFileName().toString());
                }
            }
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(LONG_FILES.keySet());
    }

    @Test
    void theCodemapNamesEachPackageInOrder() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("ARCHITECTURE.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(PARTS.stream().map(Part::name).toList());
    }

    private static boolean sees(Part part, String other) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(part.packageName()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .anyMatch(seen -> seen.equals(other) || !other.startsWith(ROOT) && seen.startsWith(other + "."));
    }
}
