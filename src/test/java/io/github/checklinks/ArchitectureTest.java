// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Keeps the borders between the packages. Each border has its positive twin: a rule about a misspelt package holds for ever. */
class ArchitectureTest {

    private static final String ROOT = "io.github.checklinks";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/check_links_maven_plugin/"))
            .importPackages(ROOT);

    /**
     * One of our packages.
     *
     * @param name its last name; empty for the root, which all may see
     * @param sees those of ours that it may see
     * @param others those of others that it may see
     */
    private record Part(String name, List<String> sees, List<String> others) {

        private String packageName() {
            return name.isEmpty() ? ROOT : ROOT + "." + name;
        }

        private String[] visible() {
            List<String> visible = new ArrayList<>(List.of(
                    "java..", "javax.net..", "javax.security..", "javax.xml..", "org.jspecify..", ROOT, packageName()));
            sees.forEach(ours -> visible.add(ROOT + "." + ours));
            others.forEach(other -> visible.add(other + ".."));
            return visible.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return packageName();
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("", List.of(), List.of()),
            new Part("url", List.of(), List.of()),
            new Part("json", List.of(), List.of("com.fasterxml.jackson")),
            new Part("extract", List.of("url", "json"), List.of("org.jsoup")),
            new Part("fetch", List.of("url", "json"), List.of("org.apache.hc")),
            new Part("report", List.of("url", "json"), List.of("org.jsoup")),
            new Part("source", List.of("url", "json"), List.of()),
            new Part("crawl", List.of("url", "json", "extract", "fetch"), List.of("crawlercommons")),
            new Part("check", List.of("url", "json", "extract", "fetch", "report", "crawl"), List.of()),
            new Part(
                    "maven",
                    List.of("url", "json", "extract", "fetch", "report", "source", "crawl", "check"),
                    List.of("org.apache.maven", "org.codehaus.plexus", "javax.inject")));

    /** Who does see whom: what the rules allow, and the product needs. */
    private static final Map<String, List<String>> SEEN = Map.of(
            "json", List.of("com.fasterxml.jackson"),
            "extract", List.of("org.jsoup"),
            "fetch", List.of("org.apache.hc", ROOT + ".url"),
            "report", List.of(ROOT + ".json"),
            "crawl", List.of("crawlercommons", ROOT + ".extract", ROOT + ".fetch", ROOT + ".url"),
            "check", List.of(ROOT + ".crawl"),
            "maven",
                    List.of(
                            "org.apache.maven",
                            "org.codehaus.plexus",
                            "javax.inject",
                            ROOT + ".check",
                            ROOT + ".report",
                            ROOT + ".source"));

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
    void aPackageSeesWhatItIsThereFor(Part part) {
        assertThat(SEEN.getOrDefault(part.name(), List.of()))
                .allSatisfy(other -> assertThat(sees(part, other))
                        .as("%s sees %s", part.packageName(), other)
                        .isTrue());
    }

    @Test
    void everyClassIsInOneOfThePackages() {
        List<String> packages = PARTS.stream().map(Part::packageName).toList();

        assertThat(CLASSES)
                .hasSizeGreaterThan(50)
                .allSatisfy(type -> assertThat(packages).contains(type.getPackageName()));
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    private static boolean sees(Part part, String other) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(part.packageName()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .anyMatch(seen -> seen.equals(other) || seen.startsWith(other + "."));
    }
}
