/// The report of a replay, a simulation or a rehearsal as one page for browsers: its data as JSON,
/// section by section, and the style and script that show them.
@NullMarked
package dev.firedrill.cli.html.report;

import org.jspecify.annotations.NullMarked;
