package dev.firedrill.fuzz;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.edit.RouteFormat;
import dev.firedrill.alertmanager.silence.SilenceReader;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.prometheus.PrometheusReader;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.print.PrettyPrinter;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.test.UnitTestFile;
import dev.firedrill.rules.test.UnitTestReader;
import dev.firedrill.rules.test.check.TestChecks;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.Templates;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.util.List;
import java.util.Map;

/// What a spoilt text is thrown at. Whatever the text, none of these may throw.
enum FuzzTarget {
  EXPRESSION {
    @Override
    void run(String text) {
      if (Promql.parse(text, ParseOptions.ALL) instanceof Parsed parsed) {
        PrettyPrinter.print(parsed.expr());
        expectSame(Printer.print(parsed.expr()));
      }
    }

    private void expectSame(String printed) {
      if (!(Promql.parse(printed, ParseOptions.ALL) instanceof Parsed again)
          || !Printer.print(again.expr()).equals(printed)) {
        throw new IllegalStateException(
            "is printed as what does not parse to the same: " + printed);
      }
    }
  },
  TEMPLATE {
    @Override
    void run(String text) {
      Templates.parse("fuzz", text, Dialect.RULE);
      Templates.parse("fuzz", text, Dialect.ALERTMANAGER);
    }
  },
  YAML {
    @Override
    void run(String text) {
      for (YamlDialect dialect : YamlDialect.values()) {
        Yaml.read(SourceFile.of("fuzz.yml", text), dialect);
      }
    }
  },
  RULES {
    @Override
    void run(String text) {
      RuleFiles.read(SourceFile.of("fuzz.yml", text), RuleFileOptions.DEFAULT).loaded();
    }
  },
  ALERTMANAGER {
    @Override
    void run(String text) {
      AlertmanagerReader.read(SourceFile.of("fuzz.yml", text), AlertmanagerOptions.DEFAULT);
    }
  },
  ROUTE_FORMAT {
    @Override
    void run(String text) {
      RouteFormat.Formatted formatted = RouteFormat.format(SourceFile.of("fuzz.yml", text));
      if (formatted.changed() > 0 && RouteFormat.format(formatted.after()).changed() > 0) {
        throw new IllegalStateException("is formatted twice: " + formatted.after().text());
      }
    }
  },
  SILENCES {
    @Override
    void run(String text) {
      SilenceReader.read(SourceFile.of("fuzz.yml", text));
    }
  },
  PROMETHEUS {
    @Override
    void run(String text) {
      PrometheusReader.read(SourceFile.of("fuzz.yml", text), Map.of());
    }
  },
  UNIT_TESTS {
    @Override
    void run(String text) {
      SourceFile file = SourceFile.of("fuzz.yml", text);
      UnitTestReader.promtoolError(file);
      Loaded<UnitTestFile> loaded = UnitTestReader.read(file);
      if (!loaded.failed()) {
        loaded.get().ifPresent(read -> TestChecks.check(read, read.tests(), List.of(), true));
      }
    }
  },
  SERIES {
    @Override
    void run(String text) {
      SeriesNotation.parse(text);
      SeriesNotation.parseMetric(text);
    }
  };

  /// {@return what is spoilt for it}
  ///
  /// @param files whole files
  /// @param parts what stands in their scalars
  List<byte[]> seeds(List<byte[]> files, List<byte[]> parts) {
    return switch (this) {
      case EXPRESSION, TEMPLATE -> parts;
      case SERIES -> Parts.series(parts);
      case YAML, RULES, ALERTMANAGER, ROUTE_FORMAT, SILENCES, PROMETHEUS, UNIT_TESTS -> files;
    };
  }

  /// Reads the text.
  abstract void run(String text);
}
