package io.vedette.app.command;

/** How a command writes its result. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs: an object a line. */
    JSON
}
