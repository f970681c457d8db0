/// Reports as pages for browsers, each one file that loads nothing.
@NullMarked
package dev.firedrill.cli.html;

import org.jspecify.annotations.NullMarked;
