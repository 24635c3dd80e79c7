ALTER TABLE `comments` ADD `host` text;--> statement-breakpoint
CREATE INDEX `comments_waiting` ON `comments` (`host`) WHERE "comments"."state" = 'held';--> statement-breakpoint
UPDATE `comments` SET `host` = (SELECT `host` FROM `actors` WHERE `n` = `actor_n`) WHERE `ap_id` IS NOT NULL;