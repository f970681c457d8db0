/// Route test files: whom an alert with given labels must reach. Reads them and judges them against
/// a configuration.
@NullMarked
package dev.firedrill.alertmanager.test;

import org.jspecify.annotations.NullMarked;
