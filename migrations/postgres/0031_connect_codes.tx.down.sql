-- The version before would take these for claims to a phone that is on the card.
DELETE FROM phone_claims WHERE by_code;
ALTER TABLE phone_claims DROP COLUMN by_code;
DROP TABLE connect_guesses;
DROP TABLE connect_offers;
DROP TABLE connect_codes;
