### Find an office. How these files are written: see terminal/texts/de.ftl.

town-hall-title = Find an office
town-hall-sublabel = opening hours, room, phone
town-hall-choose = Who or what are you looking for?
town-hall-search = Search, for example “moving”
town-hall-topic-room = { $office }, { $room }
town-hall-topic = What you need
town-hall-floor-room = { $floor }, { $room }
town-hall-hours = Opening hours
town-hall-closed-soon = Closed soon
town-hall-take-along = Take it with you
town-hall-code = Scan the code with your camera. This saves address and contact on your phone.
town-hall-code-hours = Scan the code with your camera. This saves address, contact and opening hours on your phone.
town-hall-code-address = Scan the code with your camera. Then you have the address on your phone.
town-hall-help-choose = Choose an office from the list. Or press “Search” and type what it is about.
town-hall-help-page = Here you read where the office is and when it is open. “Take it with you” gives you everything as a code.
town-hall-help-take-along = Open the camera of your phone. Point it at the code. Then tap the message on your phone.
