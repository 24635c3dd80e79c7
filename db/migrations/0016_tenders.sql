CREATE TABLE `tenders` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`buyer` text NOT NULL,
	`buyer_siret` text,
	`reference` text,
	`procedure` text,
	`deadline` text,
	`time_zone` text NOT NULL,
	`notice` text,
	`contact_email` text,
	`no_lots_reason` text,
	`lots` text NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
