### Find a service. How to write this file is told in terminal/texts/de.ftl.

service-title = What do I need?
service-sublabel = Documents, costs, the right office
service-what = What is it about?
service-search = In your own words, such as “lost my ID card”
service-which = Which of these?
service-which-letter = Which letter does it begin with?
service-all = Everything from A to Z
service-opening = One moment, we are looking it up.
service-not-here = None of these fits
service-not-sure = Nothing here fits
service-nothing = Nothing was found for this
service-people = Here are people who can help
service-people-title = Here are people who can help.
service-ask-115 = Call { $number }. They know which office is responsible.
    .speech = Call { DIGITS($number) }. They know which office is responsible.
service-ask-reception = Or ask here in the building:

service-situation-documents = ID cards and certificates
service-situation-moving = Moving and housing
service-situation-family = Children and family
service-situation-marriage = Getting married
service-situation-vehicle = Cars and traffic
service-situation-money = Help and money
service-situation-work = Work
service-situation-business = Business
service-situation-building = Building and property
service-situation-taxes = Taxes and charges
service-situation-school = School and training
service-situation-disability = Disability and care
service-situation-retirement = Pension and old age
service-situation-immigration = Residence and citizenship
service-situation-waste = Waste and rubbish
service-situation-animals = Animals
service-situation-order = Public order, events, environment
service-situation-participation = Elections and having a say
service-situation-death = A death in the family

service-topic-summary = What exactly is it about?
service-topic-documents = What do I have to bring?
service-topic-fees = What does it cost?
service-topic-procedure = How does it work?
service-topic-deadline = By when do I have to do it?
service-topic-duration = How long does it take?
service-topic-validity = How long is it valid?
service-topic-prerequisites = What are the conditions?
service-topic-hints = What else should I know?
service-topic-legal-basis = Where is it in the law?

service-book = Book an appointment
service-office = Who is responsible?
service-links = Forms and online services
service-no-links = The addresses are too long for a code. Please ask for them at the office.
service-print = Take it along on paper
service-take-along = Take it along on your phone
service-more-questions = Back to the questions
service-code-online = Scan the code with your camera. It opens the online service.
service-code-text = Scan the code with your camera. Then you have on your phone what you have to bring.
service-as-of = As of { $day }

service-help-what = Press “In your own words” and write what you need. You can write in your own language, too. Or choose from the list.
service-help-list = Choose what fits best. “Back” takes you to the search again.
service-help-about = Choose a question. The answer is on the next page.
service-help-topic = “Back to the questions” lets you choose another question.
service-help-office = Here you can read who is responsible and who can help you.
service-help-people = Call, or ask here in the building.
service-help-take-along = Open your phone’s camera and point it at the code. Then press the message on your phone.
