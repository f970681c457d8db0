/// What every command reports with: source files, spans, diagnostics, fixes. Renders a diagnostic
/// against the line it speaks of.
@NullMarked
package dev.firedrill.diagnostic;

import org.jspecify.annotations.NullMarked;
