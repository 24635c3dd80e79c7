CREATE TABLE `pins` (
	`actor_n` integer NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`actor_n`, `entry_id`),
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);--> statement-breakpoint
-- What followers have been told of since the hub began.
INSERT INTO `pins` (`actor_n`, `entry_id`) SELECT voice_n, id FROM (
  SELECT voice_n, id, row_number() OVER (PARTITION BY voice_n ORDER BY published_at DESC, n DESC) AS place FROM entries
  WHERE origin_n IS NULL AND voice_n IS NOT NULL AND state = 'published'
    AND (closes_at IS NULL OR closes_at >= unixepoch() * 1000)
) WHERE place <= 10;
