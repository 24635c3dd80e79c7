CREATE TABLE `pins` (
	`actor_n` integer NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`actor_n`, `entry_id`),
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
