package dev.firedrill.rules;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;

/// A label or annotation as written: the value may be a template.
public record LabelText(Located<String> name, SourceText value) {}
