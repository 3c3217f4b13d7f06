### Privacy, legal notice, accessibility. How these files are written: see terminal/texts/de.ftl.

legal-choose = What would you like to read?
legal-privacy = Privacy
legal-privacy-more = what happens with your data
legal-imprint = Legal notice
legal-imprint-more = who is responsible for this terminal
legal-accessibility = Accessibility
legal-accessibility-more = what works, what does not, and whom to tell
