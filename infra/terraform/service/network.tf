# A network with no way in but CloudFront's own, and no way out but to S3: that is where Amazon's packages, the releases
# and the backups are, and an endpoint to it costs nothing.
resource "aws_vpc" "service" {
  cidr_block           = "10.83.0.0/24"
  enable_dns_hostnames = true
  tags                 = { Name = local.name }
}

# CloudFront asks for one before it enters a network; nothing is routed through it.
resource "aws_internet_gateway" "service" {
  vpc_id = aws_vpc.service.id
  tags   = { Name = local.name }
}

data "aws_availability_zones" "here" {
  state = "available"
}

resource "aws_subnet" "service" {
  vpc_id            = aws_vpc.service.id
  cidr_block        = "10.83.0.0/26"
  availability_zone = data.aws_availability_zones.here.names[0]
  tags              = { Name = local.name }
}

resource "aws_route_table" "service" {
  vpc_id = aws_vpc.service.id
  tags   = { Name = local.name }
}

resource "aws_route_table_association" "service" {
  subnet_id      = aws_subnet.service.id
  route_table_id = aws_route_table.service.id
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.service.id
  service_name    = "com.amazonaws.${var.region}.s3"
  route_table_ids = [aws_route_table.service.id]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OwnBucket"
        Effect    = "Allow"
        Principal = "*"
        Action    = ["s3:GetObject", "s3:PutObject"]
        Resource  = "${aws_s3_bucket.service.arn}/*"
      },
      {
        Sid       = "PackagesOfAmazonLinux"
        Effect    = "Allow"
        Principal = "*"
        Action    = ["s3:GetObject"]
        Resource  = "arn:aws:s3:::al2023-repos-${var.region}-*/*"
      },
    ]
  })

  tags = { Name = local.name }
}

data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "service" {
  name        = local.name
  description = "In from CloudFront, out to S3"
  vpc_id      = aws_vpc.service.id

  ingress {
    description     = "CloudFront"
    protocol        = "tcp"
    from_port       = local.port
    to_port         = local.port
    prefix_list_ids = [data.aws_ec2_managed_prefix_list.cloudfront.id]
  }

  egress {
    description     = "S3"
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    prefix_list_ids = [aws_vpc_endpoint.s3.prefix_list_id]
  }
}
