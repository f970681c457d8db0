package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reports in XML, validated by what their readers document.
class FindingsXmlTest {
  private static final String CHECKSTYLE =
      """
      <!DOCTYPE checkstyle [
        <!ELEMENT checkstyle (file*)>
        <!ATTLIST checkstyle version CDATA #REQUIRED>
        <!ELEMENT file (error*)>
        <!ATTLIST file name CDATA #REQUIRED>
        <!ELEMENT error EMPTY>
        <!ATTLIST error line CDATA #REQUIRED column CDATA #IMPLIED
          severity (ignore|info|warning|error) #REQUIRED message CDATA #REQUIRED
          source CDATA #REQUIRED>
      ]>
      """;

  private static final String JUNIT =
      """
      <!DOCTYPE testsuites [
        <!ELEMENT testsuites (testsuite*)>
        <!ATTLIST testsuites name CDATA #IMPLIED tests CDATA #IMPLIED failures CDATA #IMPLIED
          errors CDATA #IMPLIED skipped CDATA #IMPLIED time CDATA #IMPLIED>
        <!ELEMENT testsuite (testcase*)>
        <!ATTLIST testsuite name CDATA #REQUIRED tests CDATA #REQUIRED failures CDATA #IMPLIED
          errors CDATA #IMPLIED skipped CDATA #IMPLIED time CDATA #IMPLIED file CDATA #IMPLIED>
        <!ELEMENT testcase (skipped|error|failure|system-out|system-err)*>
        <!ATTLIST testcase name CDATA #REQUIRED classname CDATA #REQUIRED time CDATA #IMPLIED
          file CDATA #IMPLIED line CDATA #IMPLIED>
        <!ELEMENT failure (#PCDATA)>
        <!ATTLIST failure message CDATA #IMPLIED type CDATA #IMPLIED>
        <!ELEMENT error (#PCDATA)>
        <!ELEMENT system-out (#PCDATA)>
        <!ELEMENT system-err (#PCDATA)>
        <!ELEMENT skipped EMPTY>
        <!ATTLIST skipped message CDATA #IMPLIED>
      ]>
      """;

  private final Document checkstyle =
      validated(
          SampleFindings.write(
              new FindingsCheckstyle(SampleFindings.judgement(), SampleFindings::relative)),
          CHECKSTYLE);
  private final Document junit =
      validated(
          SampleFindings.write(
              new FindingsJunit(
                  SampleFindings.judgement(),
                  SampleFindings::relative,
                  finding -> finding.severity() == Severity.ERROR,
                  false)),
          JUNIT);

  @Test
  void checkstyleNamesEachFileOnceTheCleanOnesToo() {
    assertThat(attributes(checkstyle, "file", "name"))
        .containsExactly("clean.yml", "team a/rules,100%.yml");
    assertThat(attributes(checkstyle, "error", "severity"))
        .containsExactly("info", "error", "warning", "info", "info");
    assertThat(attributes(checkstyle, "error", "source")).contains("threshold/bool");
  }

  @Test
  void checkstyleTellsMessagesAsTheyAre() {
    Element error = (Element) checkstyle.getElementsByTagName("error").item(1);
    // XML cannot hold some control characters at all, and reads U+0085 as it is.
    assertThat(error.getAttribute("message"))
        .isEqualTo(SampleFindings.AWKWARD + "\nhelp: leave out `bool`");
    assertThat(error.getAttribute("line")).isEqualTo("5");
    assertThat(error.getAttribute("column")).isEqualTo("29");
  }

  @Test
  void junitCountsWhatItHolds() {
    Element all = junit.getDocumentElement();
    assertThat(all.getAttribute("tests")).isEqualTo("7");
    assertThat(junit.getElementsByTagName("testcase").getLength()).isEqualTo(7);
    assertThat(all.getAttribute("failures")).isEqualTo("1");
    assertThat(junit.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(all.getAttribute("skipped")).isEqualTo("1");
    assertThat(attributes(junit, "skipped", "message")).containsExactly("Helm or Jinja template");
    assertThat(attributes(junit, "testsuite", "tests")).containsExactly("1", "5", "1");
  }

  @Test
  void junitHasCasesOfDifferentNames() {
    List<String> names = attributes(junit, "testcase", "name");
    assertThat(names).doesNotHaveDuplicates().contains("threshold/bool at 5:29", "no findings");
  }

  @Test
  void bothHideSecrets() {
    assertThat(checkstyle.getDocumentElement().getTextContent())
        .doesNotContain(SampleFindings.SECRET);
    assertThat(attributes(checkstyle, "error", "message"))
        .noneMatch(message -> message.contains(SampleFindings.SECRET));
    assertThat(junit.getDocumentElement().getTextContent()).doesNotContain(SampleFindings.SECRET);
  }

  private static List<String> attributes(Document document, String element, String attribute) {
    NodeList nodes = document.getElementsByTagName(element);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      values.add(((Element) nodes.item(i)).getAttribute(attribute));
    }
    return values;
  }

  private static Document validated(String xml, String definition) {
    int afterDeclaration = xml.indexOf('\n') + 1;
    String whole =
        xml.substring(0, afterDeclaration) + definition + xml.substring(afterDeclaration);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setValidating(true);
    try {
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder.parse(new InputSource(new StringReader(whole)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
