/**
 * The schema of the bot's database, as the steps that lead to it. A step that was released is never edited: what
 * changes is a step of its own at the end. Times are milliseconds since 1970.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    // `content` is null once the update is dealt with; `digest` then still tells a repeat from another update.
    `CREATE TABLE updates (
       update_id INTEGER PRIMARY KEY,
       digest TEXT NOT NULL,
       arrived_at INTEGER NOT NULL,
       chat_id INTEGER,
       content TEXT,
       attempts INTEGER NOT NULL DEFAULT 0,
       sending INTEGER NOT NULL DEFAULT 0,
       sent TEXT NOT NULL DEFAULT '[]'
     ) STRICT`,
    'CREATE INDEX updates_pending ON updates (arrived_at, update_id) WHERE content IS NOT NULL',
    'CREATE INDEX updates_arrived ON updates (arrived_at)',

    // `topic_id` 0 stands for none: null would not be unique.
    `CREATE TABLE turns (
       turn INTEGER PRIMARY KEY,
       chat_id INTEGER NOT NULL,
       topic_id INTEGER NOT NULL,
       at INTEGER NOT NULL,
       content TEXT NOT NULL
     ) STRICT`,
    'CREATE INDEX turns_of_place ON turns (chat_id, topic_id, turn)',

    `CREATE TABLE settings (
       chat_id INTEGER PRIMARY KEY,
       language TEXT,
       commands_only INTEGER NOT NULL
     ) STRICT`,

    `CREATE TABLE votes (
       chat_id INTEGER NOT NULL,
       message_id INTEGER NOT NULL,
       person_id INTEGER NOT NULL,
       helpful INTEGER NOT NULL,
       PRIMARY KEY (chat_id, message_id, person_id)
     ) STRICT, WITHOUT ROWID`,

    `CREATE TABLE daily_counts (
       day TEXT NOT NULL,
       person TEXT NOT NULL,
       answers INTEGER NOT NULL,
       PRIMARY KEY (day, person)
     ) STRICT, WITHOUT ROWID`,
  ],
];
