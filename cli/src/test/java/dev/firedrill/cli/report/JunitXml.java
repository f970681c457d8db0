package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Says whether a report is one that continuous integration reads: by a schema, and by its counts.
public final class JunitXml {
  private JunitXml() {}

  /// Fails unless a report is valid, counts what it holds, has totals at its root and says of no
  /// case more than one thing.
  public static void assertValid(String xml) throws IOException {
    Element root = read(xml);
    assertThat(root.getAttributes().getLength()).as("name and totals of the root").isEqualTo(6);
    counts(root);
    NodeList cases = root.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element each = (Element) cases.item(i);
      assertThat(
              Stream.of("failure", "error", "skipped")
                  .mapToInt(kind -> each.getElementsByTagName(kind).getLength())
                  .sum())
          .as("ends of %s", each.getAttribute("name"))
          .isLessThanOrEqualTo(1);
    }
  }

  /// Fails unless a report is valid and its suites count what they hold.
  ///
  /// @return its root
  public static Element read(String xml) throws IOException {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)));
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(JunitXml.class.getResource("junit.xsd"))
          .newValidator()
          .validate(new DOMSource(document));
      NodeList suites = document.getElementsByTagName("testsuite");
      for (int i = 0; i < suites.getLength(); i++) {
        counts((Element) suites.item(i));
      }
      return document.getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(e.getMessage() + "\n" + xml, e);
    }
  }

  private static void counts(Element element) {
    assertThat(element.getAttribute("tests"))
        .as("tests of %s", element.getAttribute("name"))
        .isEqualTo(count(element, "testcase"));
    assertThat(element.getAttribute("failures")).isEqualTo(count(element, "failure"));
    assertThat(element.getAttribute("errors")).isEqualTo(count(element, "error"));
    assertThat(element.getAttribute("skipped")).isEqualTo(count(element, "skipped"));
    if (element.hasAttribute("time")) {
      NodeList cases = element.getElementsByTagName("testcase");
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < cases.getLength(); i++) {
        String time = ((Element) cases.item(i)).getAttribute("time");
        sum = sum.add(time.isEmpty() ? BigDecimal.ZERO : new BigDecimal(time));
      }
      // Each is cut to microseconds.
      assertThat(new BigDecimal(element.getAttribute("time")).subtract(sum).abs())
          .isLessThan(BigDecimal.valueOf(cases.getLength() + 1, 6));
    }
  }

  private static String count(Element element, String name) {
    return Integer.toString(element.getElementsByTagName(name).getLength());
  }
}
